package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Bounds of what is taken for a page's furniture. What is larger may be the article itself, whose wrapper bears
// such a class on some sites; so may all of a page where it is the largest part of the text.
const (
	maxFurniture = 1000 // runes
	maxShare     = 3    // at most one part in so many of the page's text
	maxLabel     = 80   // runes of a label or credit: what is longer, or ends like a sentence, is kept
	maxByline    = 160
)

// removeFurniture takes out of a page what its markup says is no part of the article's text: asides, boxes that sell or
// link or share, and pull quotes that repeat the text. Readability scores classes, but keeps such boxes when they stand
// between the paragraphs.
func removeFurniture(doc *html.Node) {
	total, all := textLength(doc), ""
	for _, n := range elements(doc, "") {
		if n.Parent == nil {
			continue
		}
		switch {
		case isFurniture(n), isLabel(n):
		case named(n, pullNames, pullWords):
			// Some writing tools call any quotation that: what stands nowhere else is text.
			if all == "" {
				all = letters(nodeText(doc))
			}
			if strings.Count(all, letters(nodeText(n))) < 2 {
				continue
			}
		default:
			continue
		}
		if size := textLength(n); size <= maxFurniture && size*maxShare <= total && !holdsArticle(n) {
			n.Parent.RemoveChild(n)
		}
	}
}

// textLength is the number of characters a reader of n sees, white space aside.
func textLength(n *html.Node) int {
	size := 0
	for _, r := range nodeText(n) {
		if !unicode.IsSpace(r) {
			size++
		}
	}
	return size
}

// holdsArticle says that an element holds the heading or the body of the page's article, or one of its
// pictures, or is an element that never is furniture, whatever its classes.
func holdsArticle(n *html.Node) bool {
	switch n.Data {
	case "html", "head", "body", "main", "article", "h1", "figcaption", "script", "style", "title", "td", "tr", "table", "tbody":
		return true
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (n.Data == "figure" && (d.Data == "img" || d.Data == "figcaption") || d.Data == "h1" || d.Data == "main" || attribute(d, "itemprop") == "articleBody") {
			return true
		}
	}
	return attribute(n, "itemprop") == "articleBody" || attribute(n, "itemprop") == "headline"
}

// furnitureRoles are the ARIA roles of what stands beside the text.
var furnitureRoles = map[string]bool{"complementary": true, "dialog": true, "alertdialog": true, "search": true, "navigation": true, "contentinfo": true, "doc-pullquote": true, "doc-tip": true}

// isFurniture says that an element is no part of the text by its name, role or class. Inline elements inside a paragraph
// are parts of its sentences.
func isFurniture(n *html.Node) bool {
	block := breaks[n.Data] > 0
	return (n.Data == "aside" || furnitureRoles[attribute(n, "role")] || attribute(n, "aria-hidden") == "true" && block ||
		named(n, furnitureNames, furnitureWords)) && (block || !inParagraph(n))
}

// isLabel says that an element is a label, a byline or the like: short, and no sentence.
func isLabel(n *html.Node) bool {
	limit := 0
	switch {
	case named(n, bylineNames, nil):
		limit = maxByline
	case named(n, labelNames, nil):
		limit = maxLabel
	}
	if limit == 0 || inParagraph(n) {
		return false
	}
	text := oneLine(nodeText(n))
	return text != "" && utf8.RuneCountInString(text) <= limit && !endsSentence(text)
}

// inParagraph says that n is part of a paragraph, heading or caption.
func inParagraph(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.Data {
		case "p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "li", "td", "dd", "dt", "pre":
			return true
		}
	}
	return false
}

// named says that one of the classes of n, or its id, is one of the names, or has one of the words between its hyphens.
func named(n *html.Node, names, words map[string]bool) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attribute(n, "class") + " " + attribute(n, "id"))) {
		class = strings.ReplaceAll(class, "_", "-")
		for strings.Contains(class, "--") {
			class = strings.ReplaceAll(class, "--", "-")
		}
		if names[class] || slices.ContainsFunc(strings.Split(class, "-"), func(s string) bool { return words[s] }) {
			return true
		}
	}
	return false
}

// furnitureWords make furniture of whatever has them between the hyphens of its class. A paywall is none: its class is
// that of the paragraphs behind it. Nor are "share", "social", "comment", "tag" and "ad", which are topics, too.
var furnitureWords = nameSet("newsletter newsletters sharebar sharethis addthis addtoany sharelinks sharetools breadcrumb breadcrumbs " +
	"promo promos advert adverts advertisement advertisements advertorial taboola outbrain mgid disqus readmore mostread mostpopular " +
	"cookie cookies gdpr authorbox authorbio inlinerelated tagcloud skyscraper")

// furnitureNames are whole classes and ids, in the languages that sites name them in.
var furnitureNames = nameSet("ad ads adv ad-slot ad-box ad-unit ad-banner ad-container adsbygoogle google-ads pub publicite publicidad reklam banner sponsored sponsor " +
	"newsletter-signup nl nl-box subscribe subscribe-box subscribe-form subscription-box signup sign-up signup-box mailing-list mc-embed-signup e-bulten bulten boletin infolettre " +
	"related related-inline inline-related related-articles related-article related-posts related-post related-news related-stories related-story related-content related-links related-box story-related article-related " +
	"jp-relatedposts yarpp yarpp-related recommended recommendations recommended-stories you-may-like also also-read read-also readalso see-also read-more read-next more-stories more-news more-on " +
	"lire-aussi lirea a-lire ilgili ilgili-haber ilgili-haberler noticias-relacionadas relacionadas lea-tambien teaser-inline inline-teaser inset-link " +
	"most-read most-popular most-viewed popular-posts trending trending-now " +
	"share share-bar share-box share-buttons share-links share-tools share-this sharing sharing-buttons sharedaddy social social-bar social-box social-buttons social-icons social-links social-media social-share follow follow-us followus likely ya-share2 " +
	"tags tag-list tags-list tags-links post-tags article-tags entry-tags keywords " +
	"author-box author-bio author-info author-card author-note about-author about-the-author bio writer writer-bio post-author-box " +
	"ticker news-ticker newsticker breaking-ticker marquee donate donation donations donate-box support-us patreon app-banner app-promo download-app install-app push-notification web-push " +
	"error-note typo report-error correction-form corrections-form poll quiz comment-form comments comments-area talkbacks respond feedback " +
	"sidebar side-bar skip skip-link screen-reader-text visually-hidden sr-only")

// pullNames and pullWords are those of pull quotes.
var (
	pullNames = nameSet("pull pull-quote pulled-quote quote-pull blockquote-pull")
	pullWords = nameSet("pullquote pullquotes")
)

// labelNames are the classes of what stands above a heading or a text and names its section, its length or its picture.
var labelNames = nameSet("kicker eyebrow overline surtitle surtitre supertitle topper rubric rubrique section-label section-name category-label post-category entry-category article-category label flag cintillo antetitulo volanta " +
	"readtime read-time reading-time time-to-read views post-views credit photo-credit image-credit caption-credit picture-credit copyright")

// bylineNames are the classes of who wrote a text and when.
var bylineNames = nameSet("byline by-line by info author authors author-name article-author post-author entry-author byline-author writer-name sign signature credits reporter contributor contributors " +
	"meta post-meta entry-meta article-meta article-info post-info posted-on published dateline-meta timestamp")

func nameSet(list string) map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		m[name] = true
	}
	return m
}

// creditNames are classes of the credit inside a caption, and of a caption that is one as a whole.
var creditNames = nameSet("credit credits photo-credit image-credit caption-credit picture-credit photocredit photo-source image-source copyright photographer media-credit wp-media-credit")

// removeCredits takes the credits out of the captions of a page, where their class names them, and captions that are
// nothing else.
func removeCredits(doc *html.Node) {
	for _, caption := range elements(doc, "figcaption") {
		for _, n := range append(elements(caption, ""), caption) {
			if n.Parent == nil || !named(n, creditNames, nil) && (n.Data != "cite" || n.NextSibling != nil) {
				continue // a <cite> before other words may be a book's title
			}
			text := oneLine(nodeText(n))
			if utf8.RuneCountInString(text) <= maxLabel && !endsSentence(text) {
				n.Parent.RemoveChild(n)
			}
		}
	}
}

// removeTitle takes out of an article's text the headings that only repeat its title.
func removeTitle(n *html.Node, title string) {
	want := letters(title)
	for _, name := range []string{"h1", "h2"} {
		for _, h := range elements(n, name) {
			if h.Parent != nil && want != "" && letters(nodeText(h)) == want {
				h.Parent.RemoveChild(h)
			}
		}
	}
}

// letters are the letters and digits of a text in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
