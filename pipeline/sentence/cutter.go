package sentence

import "stance/pipeline/article"

// keptSpan is a sentence before its language is known.
type keptSpan struct {
	span
	kind string
}

// cutter holds the state of one Cut.
type cutter struct {
	t        []rune
	declared string // language the input declares, "" where it is none of ours
	hint     string // language the splitter may count on
	kept     []keptSpan
	dropped  []Dropped
	f        folded // reused from line to line
}

func (c *cutter) drop(sp span, reason string) {
	if sp = trim(c.t, sp); sp.s < sp.e {
		c.dropped = append(c.dropped, Dropped{Start: sp.s, End: sp.e, Reason: reason})
	}
}

// section cuts one section: lines, then blocks of lines that belong together, then sentences.
func (c *cutter) section(kind string, s, e int) {
	lines := splitLines(c.t, s, e)
	for i := range lines {
		lines[i].reason = c.lineReason(kind, lines[i].span)
	}
	markAds(c.t, lines)
	markLinks(c.t, lines)
	w := wrapWidth(c.t, lines)
	first := true
	for i := 0; i < len(lines); {
		if lines[i].reason != "" {
			c.drop(lines[i].span, lines[i].reason)
			i++
			continue
		}
		j := i + 1
		for j < len(lines) && lines[j].reason == "" && joins(c.t, lines[j-1], lines[j], w) {
			j++
		}
		c.block(kind, span{lines[i].s, lines[j-1].e}, first)
		first = false
		i = j
	}
}

// lineReason says why a line is boilerplate, "" where it is not. Titles are always kept.
func (c *cutter) lineReason(kind string, sp span) string {
	if kind == article.Title {
		return ""
	}
	if reason := c.f.classify(c.t, sp); reason != "" {
		return reason
	}
	if kind == article.Body && c.f.datelineAlone(c.t, sp) {
		return ReasonDateline
	}
	return ""
}

// block cuts a stretch that holds whole sentences. first marks the first of its section.
func (c *cutter) block(kind string, b span, first bool) {
	b = c.bullet(b, true)
	if kind == article.Body {
		if n := dateline(c.t, b, first); n > b.s {
			c.drop(span{b.s, n}, ReasonDateline)
			b = trim(c.t, span{n, b.e})
			// What stands behind it may be a line of its own kind.
			if reason := c.f.classify(c.t, b); b.s < b.e && reason != "" {
				c.drop(b, reason)
				return
			}
		} else if n := photoLabel(c.t, b); n > b.s {
			c.drop(span{b.s, n}, ReasonCredit)
			c.caption(unbracket(c.t, b, span{n, b.e}), b.e)
			return
		}
	}
	if kind == article.Caption {
		c.caption(b, b.e)
		return
	}
	c.sentences(kind, b)
}

// caption keeps a caption and leaves out its credit, and what stands behind it up to end.
func (c *cutter) caption(b span, end int) {
	at := c.f.trailingCredit(c.t, b)
	c.sentences(article.Caption, trim(c.t, span{b.s, at}))
	c.drop(span{at, end}, ReasonCredit)
}

// sentences keeps the sentences of b.
func (c *cutter) sentences(kind string, b span) {
	if b.s >= b.e {
		return
	}
	parts := mergeWordless(c.t, split(c.t, b.s, b.e, c.hint))
	if c.dropAll(parts) {
		return
	}
	from, to := 0, len(parts)
	if kind == article.Body {
		// The edges of a paragraph are where agencies put their tags when line ends got lost.
		for from < to && to > 1 && edgeReason[c.f.classify(c.t, parts[from])] {
			from++
		}
		for to > from && len(parts) > 1 && edgeReason[c.f.classify(c.t, parts[to-1])] {
			to--
		}
	}
	for i, p := range parts {
		if i < from || i >= to {
			c.drop(p, c.f.classify(c.t, p))
			continue
		}
		if !hasWord(c.t, p) {
			c.drop(p, ReasonSymbols)
			continue
		}
		for _, q := range cutLong(c.t, c.bullet(p, false)) {
			c.kept = append(c.kept, keptSpan{q, kind})
		}
	}
}

// dropAll drops the sentences of a paragraph if every one of them is boilerplate by itself.
// What stands alone is known to be none: its line has been looked at.
func (c *cutter) dropAll(parts []span) bool {
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if c.f.classify(c.t, p) == "" {
			return false
		}
	}
	for _, p := range parts {
		c.drop(p, c.f.classify(c.t, p))
	}
	return true
}

// edgeReason holds the kinds of boilerplate that are also recognised as the first or last
// sentence of a paragraph, where a line break may have been lost.
var edgeReason = map[string]bool{
	ReasonCredit: true, ReasonCopyright: true, ReasonAgency: true, ReasonURL: true, ReasonHashtags: true,
	ReasonTimestamp: true, ReasonAd: true,
}

// bullet drops a bullet at the start of sp and returns the rest. A dash, star or angle
// bracket counts only where a line begins: elsewhere it belongs to the sentence.
func (c *cutter) bullet(sp span, lineStart bool) span {
	i := bulletEnd(c.t, sp, lineStart)
	if i == sp.s {
		return sp
	}
	rest := trim(c.t, span{i, sp.e})
	if !hasWord(c.t, rest) {
		return sp
	}
	c.drop(span{sp.s, i}, ReasonBullet)
	return rest
}
