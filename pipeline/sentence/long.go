package sentence

// maxRunes is the length from which a sentence is cut at an inner boundary. Real ones
// are shorter; what is longer has lost its stops and would overrun the model.
const maxRunes = 1500

// cutLong cuts a sentence that is longer than maxRunes at its best inner boundaries.
func cutLong(t []rune, sp span) []span {
	if sp.e-sp.s <= maxRunes {
		return []span{sp}
	}
	var out []span
	for sp.e-sp.s > maxRunes {
		at := bestCut(t, sp)
		if head := trim(t, span{sp.s, at}); head.s < head.e {
			out = append(out, head)
		}
		sp = trim(t, span{at, sp.e})
	}
	if sp.s < sp.e {
		out = append(out, sp)
	}
	return out
}

// bestCut returns where to cut: the last of the strongest boundaries in the second and
// third thirds of what may be taken.
func bestCut(t []rune, sp span) int {
	best, at := 0, sp.s+maxRunes
	for i := sp.s + maxRunes/3; i < sp.s+maxRunes; i++ {
		if rank := cutRank(t, i, sp.e); rank > 0 && rank >= best {
			best, at = rank, i+1
		}
	}
	for at > sp.s+1 && flags(t[at])&fMark != 0 {
		at-- // keep combining marks with their letter
	}
	return at
}

// cutRank ranks a cut after the rune at i; 0 is none.
func cutRank(t []rune, i, end int) int {
	r := t[i]
	wide := r > 0x3000 // full-width marks need no space behind them
	spaced := i+1 < end && isSpace(t[i+1])
	switch {
	case isBreak(r):
		return 6
	case flags(r)&fStop != 0 && (spaced || wide):
		return 5
	case (r == ';' || r == '؛') && spaced || r == '；':
		return 4
	case flags(r)&fComma != 0 && (spaced || wide) || isDash(r) && spaced:
		return 3
	case isSpace(r):
		return 2
	case isHan(r):
		return 1
	}
	return 0
}
