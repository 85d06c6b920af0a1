package eval

// align pairs found mentions with labelled ones, one to one, where they overlap: as many pairs
// as possible, and of those choices the one with the most code points in common. Both lists are
// ordered by start. It returns for each found mention the index of its partner, or -1.
//
// Mentions of one side do not overlap each other, so that pairs never need to cross, and the
// best choice comes from the best ones of shorter lists.
func align(found, labelled [][2]int) []int {
	type value struct{ pairs, common int }
	better := func(a, b value) bool {
		return a.pairs > b.pairs || a.pairs == b.pairs && a.common > b.common
	}
	// best[i][j] is the best value of found[i:] and labelled[j:].
	best := make([][]value, len(found)+1)
	for i := range best {
		best[i] = make([]value, len(labelled)+1)
	}
	paired := func(i, j int) (value, bool) {
		common := overlap(found[i], labelled[j])
		rest := best[i+1][j+1]
		return value{rest.pairs + 1, rest.common + common}, common > 0
	}
	for i := len(found) - 1; i >= 0; i-- {
		for j := len(labelled) - 1; j >= 0; j-- {
			v := best[i+1][j]
			if w := best[i][j+1]; better(w, v) {
				v = w
			}
			if w, ok := paired(i, j); ok && better(w, v) {
				v = w
			}
			best[i][j] = v
		}
	}
	partner := make([]int, len(found))
	for i, j := 0, 0; i < len(found); {
		switch {
		case j == len(labelled):
			partner[i] = -1
			i++
		default:
			if w, ok := paired(i, j); ok && w == best[i][j] {
				partner[i] = j
				i++
				j++
			} else if best[i+1][j] == best[i][j] {
				partner[i] = -1
				i++
			} else {
				j++
			}
		}
	}
	return partner
}

// overlap is how many code points two spans have in common.
func overlap(a, b [2]int) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }
