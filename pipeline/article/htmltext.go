package article

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// breaks are the new lines that stand around an element's text: two make a paragraph of it.
var breaks = map[string]int{
	"p": 2, "div": 2, "h1": 2, "h2": 2, "h3": 2, "h4": 2, "h5": 2, "h6": 2, "ul": 2, "ol": 2, "dl": 2, "table": 2, "blockquote": 2, "pre": 2, "hr": 2,
	"section": 2, "article": 2, "main": 2, "header": 2, "footer": 2, "aside": 2, "nav": 2, "figure": 2, "figcaption": 2, "address": 2, "form": 2,
	"fieldset": 2, "details": 2, "dialog": 2, "body": 2,
	"li": 1, "dt": 1, "dd": 1, "tr": 1, "caption": 1, "thead": 1, "tbody": 1, "tfoot": 1, "summary": 1, "legend": 1, "option": 1, "center": 1,
}

// silent are the elements whose content is not text for a reader.
var silent = []string{"head", "script", "style", "template", "iframe", "object", "canvas", "svg", "math", "audio", "video", "textarea", "select", "button"}

// nodeText is an element's text as a browser shows it: blank lines between paragraphs, new lines between list items and
// at <br>, white space collapsed. (The renderer of go-readability joins a block to the text that follows it.)
func nodeText(n *html.Node) string {
	var w textWriter
	w.node(n, false)
	return w.out.String()
}

// textWriter writes words; the white space between them waits until the next word comes.
type textWriter struct {
	out   strings.Builder
	lines int  // new lines that wait
	space bool // a space waits
}

func (w *textWriter) node(n *html.Node, verbatim bool) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, verbatim)
		return
	case html.ElementNode:
		if slices.Contains(silent, n.Data) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	around := breaks[n.Data]
	w.lines = max(w.lines, around)
	switch n.Data {
	case "br":
		w.lines++
	case "td", "th":
		w.space = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, verbatim || n.Data == "pre")
	}
	w.lines = max(w.lines, around)
	w.space = w.space || n.Data == "td" || n.Data == "th"
}

func (w *textWriter) text(s string, verbatim bool) {
	for _, r := range s {
		switch {
		case r == '\n' && verbatim:
			w.lines++
		case unicode.IsSpace(r):
			w.space = true
		default:
			if w.out.Len() > 0 && w.lines > 0 {
				w.out.WriteString("\n\n"[:min(w.lines, 2)])
			} else if w.out.Len() > 0 && w.space {
				w.out.WriteByte(' ')
			}
			w.lines, w.space = 0, false
			w.out.WriteRune(r)
		}
	}
}
