package article

import (
	"strings"
	"testing"
	"time"
)

const longParagraph = "The foreign minister said on Friday that talks with Washington would go on, provided that the sanctions were lifted first, and that his country would not give in to threats, whoever made them."

func TestHTMLArticle(t *testing.T) {
	page := `<!DOCTYPE html><html lang="en-GB"><head><title>Iran: talks resume | The Paper</title>
<link rel="canonical" href="https://paper.example/2026/talks"><meta property="og:title" content="Iran: talks &quot;resume&quot; | The Paper">
<meta property="article:published_time" content="2026-11-27T12:00:00+03:30">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite","url":"https://paper.example/"}</script>
<style>p{color:red}</style></head><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">World</a></li></ul></nav>
<main><article><h1>Iran: talks "resume"</h1>
<figure><img src="a.jpg" alt="A picture of a table"><figcaption>The delegations in Muscat. <span>Photo: Agency</span></figcaption></figure>
<p>` + longParagraph + `</p><p>Second<br>line &amp; more:<b>bold</b>word. ` + longParagraph + `</p>
<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">The minister on arrival.</p></div>
<ul><li>First point of the offer is enrichment.</li><li>Second point of the offer is inspection.</li></ul>
<blockquote>We will not yield.</blockquote><p>` + longParagraph + `</p>
<aside><figure><a href="/x"><figcaption>Another story</figcaption></a></figure></aside>
</article></main><footer>Copyright The Paper</footer><script>var x = "script text";</script></body></html>`
	a := one(t, write(t, "a.html", page))
	if a.Title != `Iran: talks "resume"` || a.URL != "https://paper.example/2026/talks" || a.ID != a.URL || a.Lang != "en-gb" {
		t.Errorf("title %q, url %q, id %q, lang %q", a.Title, a.URL, a.ID, a.Lang)
	}
	if want := time.Date(2026, 11, 27, 8, 30, 0, 0, time.UTC); a.Published != want {
		t.Errorf("published %v, want %v", a.Published, want)
	}
	if got := strings.Join(sectionTexts(a, Caption), "|"); got != "The delegations in Muscat. Photo: Agency|The minister on arrival." {
		t.Errorf("captions %q", got)
	}
	body := strings.Join(sectionTexts(a, Body), "|")
	for _, want := range []string{longParagraph + "\n\nSecond\nline & more:boldword.", "enrichment.\nSecond point", "inspection.\n\nWe will not yield.\n\nThe foreign"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in %q", want, body)
		}
	}
	for _, foreign := range []string{"Home", "Copyright", "script", "color", "Another story", "Photo", "picture of", "arrival"} {
		if strings.Contains(body, foreign) {
			t.Errorf("%q in the body %q", foreign, body)
		}
	}
}

func TestHTMLMeta(t *testing.T) {
	article := "<body><article><p>" + longParagraph + "</p></article></body>"
	day := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		page string
		want Article
	}{
		"JSON-LD graph": {`<html><head><script type="application/ld+json">{"@graph":[{"@type":"Person"},{"@type":["NewsArticle"],"headline":"Talks go on in Muscat","datePublished":"2026-11-27","inLanguage":"fa_IR","mainEntityOfPage":{"@id":"https://p.example/1"}}]}</script></head>` + article,
			Article{Title: "Talks go on in Muscat", Lang: "fa-ir", URL: "https://p.example/1", Published: day}},
		"broken JSON-LD":            {`<html lang="ar"><head><title>Talks go on in Muscat</title><script type="application/ld+json">{"@type":</script><meta name="date" content="2026-11-27"></head>` + article, Article{Title: "Talks go on in Muscat", Lang: "ar", Published: day}},
		"front page as canonical":   {`<html><head><link rel="canonical" href="https://p.example/"><meta property="og:url" content="https://p.example/?id=4"></head>` + article, Article{URL: "https://p.example/?id=4"}},
		"relative canonical":        {`<html><head><link rel="canonical" href="/2026/x"></head>` + article, Article{}},
		"time element":              {`<html><body><article><time datetime="2026-11-27">today</time><p>` + longParagraph + `</p></article>`, Article{Published: day}},
		"bad date, then good":       {`<html><head><meta name="pubdate" content="today"><meta name="date" content="2026-11-27"></head>` + article, Article{Published: day}},
		"bad date":                  {`<html><head><meta name="pubdate" content="today"></head>` + article, Article{BadDate: "today"}},
		"colon in the title":        {`<html><head><title>Iran says: no talks under pressure</title></head><body><h1>Iran says: no talks under pressure</h1>` + article[6:], Article{Title: "Iran says: no talks under pressure"}},
		"site name as heading":      {`<html><head><meta property="og:title" content="Minister rejects the latest offer - Paper"></head><body><h1>Paper</h1>` + article[6:], Article{Title: "Minister rejects the latest offer - Paper"}},
		"short headline for others": {`<html><head><title>Minister rejects the latest offer | Paper</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"The offer"}</script></head><body><h1>Minister rejects the latest offer</h1>` + article[6:], Article{Title: "Minister rejects the latest offer"}},
		"content language and name": {`<html><head><meta http-equiv="Content-Language" content="ru"><meta name="language" content="English"></head>` + article, Article{Lang: "ru"}},
	} {
		a := one(t, write(t, "a.html", c.page))
		if a.Title != c.want.Title || a.Lang != c.want.Lang || a.URL != c.want.URL || !a.Published.Equal(c.want.Published) || a.BadDate != c.want.BadDate {
			t.Errorf("%s: %+v\nwant %+v", name, a, c.want)
		}
		if got := sectionTexts(a, Body); len(got) != 1 || !strings.Contains(got[0], longParagraph) {
			t.Errorf("%s: body %q", name, got)
		}
	}
}

func TestHTMLWords(t *testing.T) {
	page := "<html><body><article><div>One</div><div>Two</div><table><tr><td>Three</td><td>Four</td></tr></table><h2>Five</h2>Six<section>Seven</section><dl><dt>Eight</dt><dd>Nine</dd></dl><p>" + longParagraph + "</p></article></body></html>"
	a := one(t, write(t, "a.html", page))
	for _, glued := range []string{"OneTwo", "ThreeFour", "FiveSix", "SixSeven", "EightNine", "NineThe"} {
		if strings.Contains(a.Text, glued) {
			t.Errorf("%q in %q", glued, a.Text)
		}
	}
}

func TestShortPages(t *testing.T) {
	for in, want := range map[string]string{
		"<p>Iran rejects the offer.</p>": "Iran rejects the offer.",
		"Iran rejects the offer.":        "Iran rejects the offer.",
		"<html><body><div>Iran rejects.<br><br>It said so.</div></body></html>": "Iran rejects.\n\nIt said so.",
		"<div>ایران پیشنهاد را رد کرد.</div>":                                   "ایران پیشنهاد را رد کرد.",
	} {
		if a := one(t, write(t, "a.html", in)); a.Text != want {
			t.Errorf("%s: %q, want %q", in, a.Text, want)
		}
	}
}

func TestHTMLRejects(t *testing.T) {
	for name, page := range map[string]string{
		"empty body": "<html><head><title>T</title></head><body></body></html>",
		"deep":       strings.Repeat("<div>", 5000) + "text",
		"many":       "<html><body>" + strings.Repeat("<p>a</p>", maxElements+1),
	} {
		articles, rejects := readAll(t, Options{}, write(t, "a.html", page))
		if len(articles) != 0 || len(rejects) != 1 {
			t.Errorf("%s: %v %v", name, articles, rejects)
		}
	}
}

// What the markup sets beside the text is left out; what only looks like that is kept.
func TestHTMLFurniture(t *testing.T) {
	for name, c := range map[string]struct{ box, out, in string }{
		"newsletter":         {`<section class="newsletter"><h3>The Post by breakfast</h3><p>Five stories, every weekday at six.</p></section>`, "breakfast|Five stories", ""},
		"inside a class":     {`<div class="c-newsletter__box"><p>Five stories, every weekday at six.</p></div>`, "Five stories", ""},
		"aside":              {`<aside><p>Four things to know about the port.</p></aside>`, "Four things", ""},
		"role":               {`<div role="complementary"><p>Four things to know about the port.</p></div>`, "Four things", ""},
		"kicker":             {`<span class="kicker">ANALYSIS</span>`, "ANALYSIS", ""},
		"byline":             {`<p class="byline">Олег Рощин, собственный корреспондент, Женева</p>`, "Рощин", ""},
		"author":             {`<div class="author-box"><p>Ann Holm has written about ports since 2008. She keeps bees.</p></div>`, "bees", ""},
		"share":              {`<ul class="share"><li><a href="#">واتساپ</a></li><li><a href="#">بفرستید</a></li></ul>`, "بفرستید", ""},
		"ticker":             {`<div class="ticker"><b>عاجل:</b> <span>أسعار الخبز ترتفع</span></div>`, "الخبز", ""},
		"related quotation":  {`<blockquote class="also">این را ببینید: <a href="/x">جزیره</a></blockquote>`, "جزیره", ""},
		"hidden":             {`<blockquote aria-hidden="true">“One brain only”</blockquote>`, "One brain", ""},
		"pull quote":         {`<blockquote class="pullquote">“His country would not give in to threats”</blockquote>`, "“His country", ""},
		"quotation":          {`<blockquote class="pullquote">“We shall open the port on Monday.”</blockquote>`, "", "We shall open"},
		"heading again":      {`<h1>Port: talks “resume”</h1>`, "resume", ""},
		"paywalled text":     {`<div class="paywall"><p>The port opens on Monday, he said.</p></div>`, "", "The port opens"},
		"topic":              {`<div class="post category-social tag-newspaper"><p>The port opens on Monday, he said.</p></div>`, "", "The port opens"},
		"word in a sentence": {`<p>The port <span class="related">opens on Monday</span>, he said.</p>`, "", "The port opens on Monday, he said."},
		"a kicker that says": {`<p class="kicker">The port opens on Monday.</p>`, "", "The port opens"},
		"the whole article":  {`<div class="newsletter"><p>` + strings.Repeat("The port opens on Monday, he said. ", 80) + `</p></div>`, "", "The port opens"},
	} {
		page := `<html><head><title>Port: talks "resume"</title></head><body><div class="text"><p>` + longParagraph + `</p>` + c.box + `<p>Nobody came. ` + longParagraph + `</p></div></body></html>`
		body := strings.Join(sectionTexts(one(t, write(t, "a.html", page)), Body), "|")
		for _, out := range strings.Split(c.out, "|") {
			if out != "" && strings.Contains(body, out) {
				t.Errorf("%s: %q in %q", name, out, body)
			}
		}
		if !strings.Contains(body, c.in) || !strings.Contains(body, "Nobody came.") {
			t.Errorf("%s: no %q in %q", name, c.in, body)
		}
	}
}

func TestHTMLCaptions(t *testing.T) {
	text := `<p>` + longParagraph + `</p><p>Nobody came. ` + longParagraph + `</p>`
	for name, c := range map[string]struct{ page, want string }{
		"no article element":  {`<div id="content"><h1>Talks resume in port</h1><figure><img src="a.jpg"><figcaption>The envoys in port.</figcaption></figure><div>` + text + `</div></div>`, "The envoys in port."},
		"credit by class":     {`<article><figure><img src="a.jpg"><figcaption>The envoys in port. <em class="photo-credit">Ann Holm, Lake Pictures</em></figcaption></figure>` + text + `</article>`, "The envoys in port."},
		"credit in <cite>":    {`<article><figure><img src="a.jpg"><figcaption>The envoys in port. <cite>Ann Holm / Lake Pictures</cite></figcaption></figure>` + text + `</article>`, "The envoys in port."},
		"a book in <cite>":    {`<article><figure><img src="a.jpg"><figcaption>A page of <cite>The Port</cite> by Ann Holm.</figcaption></figure>` + text + `</article>`, "A page of The Port by Ann Holm."},
		"credit alone":        {`<article><figure><img src="a.jpg"><figcaption class="credit">From the ministry's files</figcaption></figure>` + text + `</article>`, ""},
		"caption called so":   {`<article><figure><img src="a.jpg"><figcaption class="credit">The envoys leave the port.</figcaption></figure>` + text + `</article>`, "The envoys leave the port."},
		"picture of a teaser": {`<div><h1>Talks resume in port</h1>` + text + `<aside><figure><figcaption>Seal found in pool.</figcaption></figure></aside></div>`, ""},
	} {
		a := one(t, write(t, "a.html", "<html><head><title>Talks resume in port</title></head><body>"+c.page+"</body></html>"))
		if got := strings.Join(sectionTexts(a, Caption), "|"); got != c.want {
			t.Errorf("%s: captions %q, want %q", name, got, c.want)
		}
	}
}
