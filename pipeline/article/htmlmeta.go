package article

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// pageMeta is what a page says about itself.
type pageMeta struct {
	tags      map[string]string // of <meta>, by name, property or itemprop in lower case; the first of each
	ld        map[string]any    // JSON-LD object of the article; nil where there is none
	canonical string
	htmlLang  string
	tabTitle  string // <title>
	heading   string // the only <h1>
	time      string // datetime of the first <time> outside of asides
}

func readMeta(doc *html.Node) pageMeta {
	m := pageMeta{tags: map[string]string{}}
	headings := 0
	for _, n := range elements(doc, "") {
		switch n.Data {
		case "html":
			m.htmlLang = attribute(n, "lang")
		case "meta":
			for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
				name, content := strings.ToLower(attribute(n, key)), attribute(n, "content")
				if _, seen := m.tags[name]; name != "" && content != "" && !seen {
					m.tags[name] = content
				}
			}
		case "link":
			if strings.EqualFold(attribute(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = attribute(n, "href")
			}
		case "h1":
			headings++
			m.heading = oneLine(nodeText(n))
		case "title":
			if m.tabTitle == "" && n.FirstChild != nil && within(n, "head") { // pictures in SVG have titles too
				m.tabTitle = oneLine(n.FirstChild.Data)
			}
		case "time":
			if m.time == "" && !within(n, "aside") {
				m.time = attribute(n, "datetime")
			}
		case "script":
			if m.ld == nil && strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.ld = articleLD(n.FirstChild.Data)
			}
		}
	}
	if headings != 1 {
		m.heading = ""
	}
	return m
}

// articleLD finds the object of an article in a JSON-LD script: alone, in a list, or in a graph.
func articleLD(script string) map[string]any {
	var value any
	if json.Unmarshal([]byte(script), &value) != nil {
		return nil
	}
	switch v := value.(type) {
	case []any:
		return firstArticle(v)
	case map[string]any:
		if graph, ok := v["@graph"].([]any); ok {
			return firstArticle(graph)
		}
		return firstArticle([]any{v})
	}
	return nil
}

func firstArticle(list []any) map[string]any {
	for _, item := range list {
		object, _ := item.(map[string]any)
		types, _ := object["@type"].([]any)
		for _, t := range append(types, object["@type"]) {
			if name, ok := t.(string); ok && (strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report") {
				return object
			}
		}
	}
	return nil
}

func (m *pageMeta) ldString(key string) string {
	s, _ := m.ld[key].(string)
	return s
}

// firstOf returns the first value that holds something.
func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// url is the page's own address. Sites that give their front page as the
// canonical address of every article do not identify it by that.
func (m *pageMeta) url() string {
	mainEntity := m.ldString("mainEntityOfPage")
	if object, ok := m.ld["mainEntityOfPage"].(map[string]any); ok {
		mainEntity, _ = object["@id"].(string)
	}
	for _, s := range []string{m.canonical, m.tags["og:url"], m.ldString("url"), mainEntity} {
		u, err := url.Parse(strings.TrimSpace(s))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "") {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

func (m *pageMeta) lang() string {
	return firstOf(m.htmlLang, m.tags["content-language"], m.ldString("inLanguage"), m.tags["og:locale"])
}

// date is the first of the dates on the page that can be understood.
func (m *pageMeta) date() (date time.Time, bad string) {
	for _, s := range []string{
		m.ldString("datePublished"), m.tags["article:published_time"], m.tags["og:published_time"], m.tags["datepublished"],
		m.tags["parsely-pub-date"], m.tags["pubdate"], m.tags["publishdate"], m.tags["publish-date"], m.tags["dc.date.issued"], m.tags["dcterms.issued"],
		m.tags["dcterms.created"], m.tags["dc.date"], m.tags["date"], m.time,
	} {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		t, unknown := readDate(s)
		if unknown == "" {
			return t, ""
		}
		if bad == "" {
			bad = s
		}
	}
	return time.Time{}, bad
}

// title is the only heading where the page's titles, which carry the site's name besides, consist of it for the
// most part (else it may be that name); else the title given for sharing. Guess is readability's.
func (m *pageMeta) title(guess string) string {
	given := oneLine(html.UnescapeString(firstOf(m.tags["og:title"], m.ldString("headline"), m.tags["twitter:title"])))
	whole := firstOf(given, m.tabTitle)
	if len(m.heading) > len(given) {
		whole = firstOf(m.tabTitle, given) // a short title for sharing says less
	}
	if m.heading != "" && (strings.Contains(m.heading, whole) || strings.Contains(whole, m.heading) && 2*len(m.heading) >= len(whole)) {
		return m.heading
	}
	return firstOf(given, oneLine(guess))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func within(n *html.Node, name string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && p.Data == name {
			return true
		}
	}
	return false
}
