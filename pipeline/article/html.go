package article

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// maxElements bounds the work on one page: finding the article in a page takes more than linear time.
const maxElements = 100_000

// emitHTML emits the article that a web page holds.
func (e *emitter) emitHTML(page string) bool {
	d, err := readPage(page)
	if err != nil {
		return e.reject(0, "No article can be got from the page (%v): leave it out, or save its text as .txt.", err)
	}
	return e.emit(d, 0)
}

// readPage finds the article in a page: its paragraphs, its captions, and what the page says about it.
//
// Captions are the figcaptions, and what pages use in their place, of the article itself. The alternative text of
// pictures is none: it repeats captions, or describes a picture that the reader does not see.
func readPage(page string) (d draft, err error) {
	defer func() {
		if p := recover(); p != nil { // third-party parsers
			err = fmt.Errorf("%v", p)
		}
	}()
	if strings.IndexByte(page, 0) >= 0 {
		return d, errBinary // the HTML parser would drop NULs
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return d, err
	}
	meta := readMeta(doc)
	d.url, d.lang = meta.url(), meta.lang()
	d.date, d.badDate = meta.date()
	markCaptions(doc)
	removeCredits(doc)
	removeFurniture(doc)
	outer := outerCaptions(doc)

	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	base, err := url.Parse(d.url)
	if err != nil {
		base = &url.URL{}
	}
	found, err := parser.ParseAndMutate(doc, base)
	if err != nil {
		return d, err
	}
	d.title = meta.title(found.Title())
	if found.Node == nil {
		return d, errors.New("it holds no running text")
	}
	removeTitle(found.Node, d.title)
	d.captions = outer
	for _, n := range elements(found.Node, "figcaption") {
		d.captions = append(d.captions, nodeText(n))
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	if d.body = nodeText(found.Node); d.body == "" {
		return d, errors.New("it holds no running text")
	}
	return d, nil
}

// captionClasses are the classes that pages without <figcaption> give to captions.
var captionClasses = map[string]bool{"caption": true, "wp-caption-text": true, "image-caption": true, "photo-caption": true, "img-caption": true}

// markCaptions makes a <figcaption> of what is a caption by class or microdata, before readability drops
// classes, and takes it out of the running text by that.
func markCaptions(doc *html.Node) {
	for _, n := range elements(doc, "") {
		caption := attribute(n, "itemprop") == "caption"
		for class := range strings.FieldsSeq(strings.ToLower(attribute(n, "class"))) {
			caption = caption || captionClasses[class]
		}
		if caption && (n.Data == "p" || n.Data == "div" || n.Data == "span") {
			n.Data, n.DataAtom = "figcaption", 0
		}
	}
}

// outerCaptions are the captions in the page's <article> or <main>, whether or not they stand in the part that
// readability takes for the article: that of the picture above the text mostly does not. Captions in asides
// and those that are links belong to other articles.
func outerCaptions(doc *html.Node) (captions []string) {
	for _, n := range elements(doc, "figcaption") {
		inside, foreign, near := false, false, 0
		for p := n.Parent; p != nil; p = p.Parent {
			switch p.Data {
			case "article", "main":
				inside = true
			case "div", "section":
				inside = inside || near < maxNear && holdsHeading(p)
				near++
			case "aside", "nav", "footer", "header", "a", "li":
				foreign = foreign || p.Data != "header" || !inside
			}
		}
		text := nodeText(n)
		for _, a := range elements(n, "a") {
			foreign = foreign || nodeText(a) == text
		}
		if inside && !foreign {
			captions = append(captions, text)
		}
	}
	return captions
}

// maxNear is how many boxes around a caption may hold the page's heading and so make it the article's, on pages that
// have neither <article> nor <main>.
const maxNear = 2

// holdsHeading says that the page's main heading is in n.
func holdsHeading(n *html.Node) bool { return len(elements(n, "h1")) == 1 }

// elements are the elements of a name below n, in document order; all elements where name is empty.
func elements(n *html.Node, name string) (found []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (name == "" || d.Data == name) {
			found = append(found, d)
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
