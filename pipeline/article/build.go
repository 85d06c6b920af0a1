package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// draft is what a format's reader found out about an article, before ids, offsets and hash.
type draft struct {
	id, url, title, body, lang string
	captions                   []string
	date                       time.Time
	badDate                    string

	text     string    // the article's text, where it is the file's own; else it is put together from title, body and captions
	sections []Section // of text
}

// emit turns a draft into an article, or into a reject where it has no usable text.
// Line is 0 where the whole file is this one article.
func (e *emitter) emit(d draft, line int) bool {
	d.title = strings.Join(strings.Fields(d.title), " ")
	if d.text == "" {
		d.text, d.sections = compose(d.title, d.body, d.captions)
	}
	switch reason := unusable(d.text); {
	case reason != "":
		return e.reject(line, "%s", reason)
	case len(d.text) > e.opt.MaxRecordBytes:
		return e.reject(line, "The text is longer than the limit of %d bytes: split the article, or raise the limit.", e.opt.MaxRecordBytes)
	case len(d.sections) == 0:
		return e.reject(line, "There is no text in it: leave it out, or fetch the article again.")
	}
	a := &Article{
		ID:        strings.TrimSpace(d.id),
		Source:    e.source.Path,
		Line:      line,
		URL:       strings.TrimSpace(d.url),
		Title:     d.title,
		Published: d.date,
		BadDate:   d.badDate,
		Lang:      languageTag(d.lang),
		Text:      d.text,
		Sections:  d.sections,
		Hash:      contentHash(d.title, d.text, d.date),
	}
	if a.ID == "" {
		a.ID = a.URL
	}
	if a.ID == "" && line == 0 && a.Source != "-" {
		a.ID = filepath.ToSlash(filepath.Clean(a.Source))
	}
	if a.ID == "" {
		a.ID = "sha256:" + a.Hash[:16]
	}
	return e.article(a)
}

func contentHash(title, text string, date time.Time) string {
	published := ""
	if !date.IsZero() {
		published = date.UTC().Format(time.RFC3339Nano)
	}
	sum := sha256.Sum256([]byte(title + "\x00" + text + "\x00" + published))
	return hex.EncodeToString(sum[:])
}

// compose puts the text together: title, body and captions, with blank lines between.
func compose(title, body string, captions []string) (string, []Section) {
	body = strings.TrimSpace(body)
	if body == "" {
		return "", nil
	}
	var c composer
	switch rest, repeated := strings.CutPrefix(body, title); {
	case title == "":
		c.add(Body, body)
	case repeated && strings.HasPrefix(strings.TrimLeft(rest, " \t\r"), "\n") && strings.TrimSpace(rest) != "":
		// The body begins with the title on a line of its own.
		c.add(Title, title)
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		c.write(rest[:len(rest)-len(trimmed)])
		c.section(Body, trimmed)
	case repeated && !startsInWord(rest):
		// The title is also how the first sentence begins: cutting there would break the sentence.
		c.add(Body, body)
	default:
		c.add(Title, title)
		c.add(Body, body)
	}
	for i, caption := range captions {
		caption = strings.TrimSpace(caption)
		if caption != "" && !slices.ContainsFunc(captions[:i], func(s string) bool { return strings.TrimSpace(s) == caption }) {
			c.add(Caption, caption)
		}
	}
	return c.text.String(), c.sections
}

// startsInWord says whether s goes on with the word that ends before it.
func startsInWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

// composer builds a text and its sections.
type composer struct {
	text     strings.Builder
	runes    int
	sections []Section
}

func (c *composer) write(s string) {
	c.text.WriteString(s)
	c.runes += utf8.RuneCountInString(s)
}

func (c *composer) section(kind, s string) {
	start := c.runes
	c.write(s)
	c.sections = append(c.sections, Section{kind, start, c.runes})
}

// add appends a section after a blank line.
func (c *composer) add(kind, s string) {
	if c.runes > 0 {
		c.write("\n\n")
	}
	c.section(kind, s)
}

// maxControls is the share of control characters above which a text is held to be binary data.
const maxControls = 0.05

// unusable says why a text is not one; empty where it is.
func unusable(text string) string {
	if !utf8.ValidString(text) {
		return "The text is not valid UTF-8: save the file in UTF-8."
	}
	runes, controls := 0, 0
	for _, r := range text {
		runes++
		if r == 0 {
			return "The text contains NUL characters, so it is binary data: leave the file out, or convert it to text."
		}
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			controls++
		}
	}
	if float64(controls) > maxControls*float64(runes) {
		return fmt.Sprintf("The text is binary data (%d of its %d characters are control characters): leave the file out, or convert it to text.", controls, runes)
	}
	return ""
}

// languageTag brings a declared language to BCP 47 in lower case; what is none becomes empty.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if s == "" || len(s) > 35 {
		return ""
	}
	// Raw: aliases are kept, because prs (Dari) is a language of the project and "fa-AF" is not its code.
	tag, err := language.Raw.Parse(s)
	if err != nil || tag == language.Und {
		return ""
	}
	return strings.ToLower(tag.String())
}
