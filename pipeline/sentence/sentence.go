// Package sentence cuts an article into sentences, tells each one's language and
// leaves out the boilerplate that web pages and agencies wrap around their text.
package sentence

// Sentence is one sentence of an article. Start and End are runes of the article's text, [Start, End),
// without surrounding white space; Text is exactly that stretch.
type Sentence struct {
	Index      int    // in the article, from 0
	Section    string // article.Title, article.Body or article.Caption
	Lang       string // one of en fa prs ar he ps ur tr ru uk fr es zh, or "und"
	Start, End int
	Text       string
}
