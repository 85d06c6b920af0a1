package article

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readFile reads a source that is one article as a whole: .txt and .html.
func (e *emitter) readFile(in *bufio.Reader) {
	data, err := io.ReadAll(io.LimitReader(in, int64(e.opt.MaxRecordBytes)+1))
	switch {
	case err != nil:
		e.fail(0, err)
		return
	case len(data) > e.opt.MaxRecordBytes:
		e.reject(0, "The file is larger than the limit of %d bytes for one article: split it, or raise the limit.", e.opt.MaxRecordBytes)
		return
	}
	isHTML := e.source.Format == HTML
	declared := declaredEncoding(data)
	if !isHTML {
		declared = nil
	}
	text, err := decode(data, declared)
	if err != nil {
		e.undecodable(0, err)
		return
	}
	if isHTML {
		e.emitHTML(text)
		return
	}
	d := draft{text: text}
	d.title, d.sections = textSections(text)
	e.emit(d, 0)
}

// undecodable rejects a file or record whose encoding could not be told.
func (e *emitter) undecodable(line int, err error) bool {
	if err == errBinary {
		return e.reject(line, "This is binary data, not text: leave it out, or convert it to text.")
	}
	return e.reject(line, "The text cannot be decoded (%v): save it in UTF-8.", err)
}

// maxTitleRunes is the length up to which the first line of a .txt file can be its title.
const maxTitleRunes = 200

// textSections finds title and body of a plain text, which stays as it is. The first line is the
// title when it is short, is followed by a blank line and does not end like a sentence.
func textSections(text string) (title string, sections []Section) {
	body := strings.TrimSpace(text)
	if body == "" {
		return "", nil
	}
	start := utf8.RuneCountInString(text[:strings.Index(text, body)])
	first, rest, _ := strings.Cut(body, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	remaining := strings.TrimLeftFunc(rest, unicode.IsSpace)
	first = strings.TrimRightFunc(first, unicode.IsSpace)
	n := utf8.RuneCountInString(first)
	if n <= maxTitleRunes && strings.TrimSpace(next) == "" && remaining != "" && !endsSentence(first) {
		sections = append(sections, Section{Title, start, start + n})
		title = first
		start += utf8.RuneCountInString(body) - utf8.RuneCountInString(remaining)
		body = remaining
	}
	return title, append(sections, Section{Body, start, start + utf8.RuneCountInString(body)})
}

// endsSentence says whether a line ends as a sentence does, inside or outside of closing quotes.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]」』》 ")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…。！？؟۔", r)
}
