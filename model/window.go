package model

// overlap is how many tokens neighbouring windows share (half a window where that is less).
const overlap = 64

// window is a stretch of a sentence's tokens that the network sees in one pass. All indices
// are tokens of the sentence, without [CLS] and [SEP].
type window struct {
	start, end int // seen, [start, end)
	from, to   int // those whose read-outs are taken from this window, [from, to)
}

// windows cuts a sentence into windows of at most size tokens, at the heads of units where
// there are any. Each token belongs to the window in which it is farther from the cut, the
// earlier one where both are as good; the sentence's own start and end are no cuts.
func windows(tokens []token, size int) []window {
	shared := min(overlap, size/2)
	var all []window
	for start := 0; ; {
		end := min(start+size, len(tokens))
		if end < len(tokens) {
			end = headBefore(tokens, end, start+shared+1)
		}
		all = append(all, window{start: start, end: end, from: start, to: end})
		if k := len(all) - 1; k > 0 {
			before := &all[k-1]
			middle := (start+before.end-1)/2 + 1
			before.to, all[k].from = middle, middle
		}
		if end == len(tokens) {
			return all
		}
		start = headBefore(tokens, end-shared, start+1)
	}
}

// headBefore is the last index from least to at that is the head of a unit, at if none is.
func headBefore(tokens []token, at, least int) int {
	for i := at; i >= least; i-- {
		if tokens[i].head {
			return i
		}
	}
	return at
}
