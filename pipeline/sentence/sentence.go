// Package sentence cuts an article into sentences, tells each one's language and
// leaves out the boilerplate that web pages and agencies wrap around their text.
//
// Nothing is lost on the way: the ranges that Cut keeps and the ones it drops together
// hold every rune of the article's sections that is not white space, once and in order.
package sentence

import (
	"unicode/utf8"

	"stance/pipeline/article"
)

// Sentence is one sentence of an article. Start and End are runes of the article's text, [Start, End),
// without surrounding white space; Text is exactly that stretch.
type Sentence struct {
	Index      int    // in the article, from 0
	Section    string // article.Title, article.Body or article.Caption
	Lang       string // one of en fa prs ar he ps ur tr ru uk fr es zh, or "und"
	Start, End int
	Text       string
}

// Dropped is a stretch of a section that is no sentence. Start and End are runes of the
// article's text, [Start, End), without surrounding white space.
type Dropped struct {
	Start, End int
	Reason     string // one of the Reason constants
}

// Reasons for which a stretch is left out.
const (
	ReasonCredit     = "photo credit"
	ReasonShare      = "share or follow"
	ReasonRelated    = "related link"
	ReasonNewsletter = "newsletter"
	ReasonCookies    = "cookie notice"
	ReasonCopyright  = "copyright"
	ReasonAgency     = "agency tag"
	ReasonDateline   = "dateline"
	ReasonTimestamp  = "timestamp"
	ReasonByline     = "byline"
	ReasonURL        = "bare url"
	ReasonEmail      = "e-mail address"
	ReasonHashtags   = "hashtags"
	ReasonNavigation = "navigation"
	ReasonComments   = "comment form"
	ReasonAd         = "advertisement"
	ReasonBullet     = "bullet"  // the mark alone; its item is kept
	ReasonSymbols    = "symbols" // no letter and no digit: rules, stars, lone emoji
)

// span is a stretch of runes, [s, e).
type span struct{ s, e int }

// Cut cuts the sections of an article into sentences and says what it left out, both in
// the order of the text. Text outside of the sections is in neither. Sections that
// overlap or leave the text are clipped, never followed.
func Cut(a article.Article) (kept []Sentence, dropped []Dropped) {
	c := cutter{t: []rune(a.Text), declared: baseLang(a.Lang)}
	c.hint = c.declared
	if c.hint == "" {
		c.hint = guess(c.t)
	}
	end := 0
	for _, s := range a.Sections {
		start := max(s.Start, end)
		end = max(end, min(s.End, len(c.t)))
		if start < end {
			c.section(s.Kind, start, end)
		}
	}
	langs := c.languages(a.URL)
	kept = make([]Sentence, len(c.kept))
	at := cursor{text: a.Text}
	for i, k := range c.kept {
		from := at.seek(k.s)
		to := at.seek(k.e)
		kept[i] = Sentence{Index: i, Section: k.kind, Lang: langs[i], Start: k.s, End: k.e, Text: a.Text[from:to]}
	}
	return kept, c.dropped
}

// cursor turns ascending rune offsets into byte offsets without a table of them all.
type cursor struct {
	text  string
	b, at int // byte, rune
}

func (c *cursor) seek(r int) int {
	for c.at < r && c.b < len(c.text) {
		if c.text[c.b] < utf8.RuneSelf {
			c.b++
		} else {
			_, n := utf8.DecodeRuneInString(c.text[c.b:])
			c.b += n
		}
		c.at++
	}
	return c.b
}
