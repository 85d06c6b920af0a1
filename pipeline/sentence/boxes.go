package sentence

// Bounds of an advertisement between two marks.
const (
	maxAdLines = 2
	maxAdRunes = 250
)

// markAds marks what stands in a box of two equal advertisement marks as one:
//
//	--- AD ---
//	Flake ice, day and night
//	--- AD ---
//
// Blank lines must set the box apart and none may be in it: where pages mark the places of
// two advertisements that are gone, paragraphs of the article stand between the marks.
func markAds(t []rune, lines []line) {
	for i := 0; i < len(lines); i++ {
		if lines[i].reason != ReasonAd || lines[i].after {
			continue
		}
		j, runes := i+1, 0
		for j < len(lines) && lines[j].after && lines[j].reason == "" {
			runes += lines[j].e - lines[j].s
			j++
		}
		n := j - i - 1
		if n == 0 || n > maxAdLines || runes > maxAdRunes || j == len(lines) || !lines[j].after || lines[j].reason != ReasonAd ||
			j+1 < len(lines) && lines[j+1].after || foldString(string(t[lines[i].s:lines[i].e])) != foldString(string(t[lines[j].s:lines[j].e])) {
			continue
		}
		for k := i + 1; k < j; k++ {
			lines[k].reason = ReasonAd
		}
		i = j
	}
}

// maxLinks is the number of links in the longest list of them.
const maxLinks = 12

// markLinks marks the numbered or bulleted lines under "Most read:" or the like as what they
// are, titles of other articles, up to the next blank line.
func markLinks(t []rune, lines []line) {
	for i := 0; i < len(lines); i++ {
		if lines[i].reason != ReasonRelated || t[lines[i].e-1] != ':' && t[lines[i].e-1] != '：' {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+maxLinks && lines[j].after && isItem(t, lines[j].span); j++ {
			lines[j].reason = ReasonRelated
		}
	}
}

// isItem says that a line is an item of a list: a bullet, or a number with a mark, before it.
func isItem(t []rune, sp span) bool {
	if bulletEnd(t, sp, true) > sp.s {
		return true
	}
	i := sp.s
	for i < sp.e && i < sp.s+2 && flags(t[i])&fDigit != 0 {
		i++
	}
	return i > sp.s && i+1 < sp.e && (t[i] == '.' || t[i] == ')' || t[i] == '-' || t[i] == '、') && (isSpace(t[i+1]) || t[i] == '、')
}
