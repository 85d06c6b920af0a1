// Package article reads articles from files, folders, globs and standard input.
package article

import "time"

// Kinds of section, in the words of the output column "section".
const (
	Title   = "title"
	Body    = "body"
	Caption = "caption"
)

// Article is one article as it was read. Every offset that a later stage hands on
// counts code points (runes) of Text.
type Article struct {
	ID        string    // from the input; else its URL; else the path of a file of its own; else the hash of its content
	Source    string    // path as given by the user, "-" for standard input
	Line      int       // line (or record) of the source at which it starts, from 1; 0 where the whole file is one article
	URL       string    // empty where unknown
	Title     string    // empty where unknown
	Published time.Time // UTC; zero where unknown
	BadDate   string    // the date as the input gives it, where it could not be understood (Published is zero then); else empty
	Lang      string    // as declared by the input (BCP 47, lower case), empty where it is not
	Text      string    // the article's own text: title, blank line, body; always valid UTF-8
	Sections  []Section // in order, not overlapping; text outside of them is never scored
	Hash      string    // hex SHA-256 over title, text and publication date: what makes an article "changed"
}

// Section is a stretch of an article's text. Start and End are runes of Article.Text, [Start, End).
// It is never empty and neither begins nor ends with white space.
type Section struct {
	Kind       string // Title, Body or Caption
	Start, End int
}

// Reject is an input that could not be used: a whole file (Line 0) or one record of it.
type Reject struct {
	Path   string
	Line   int
	Reason string // a sentence: what was wrong and what to do
}

// Item is what a Source yields: an Article or a Reject, never both and never neither.
type Item struct {
	Article *Article
	Reject  *Reject
	Offset  int64 // bytes of the source consumed so far, as stored (compressed): out of Source.Size, for progress
}
