package labelled

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"unicode"
)

// Check looks for what makes a set unfit to learn from and to be measured on, and returns it as
// problems: a scenario or an article in two splits, an actor without a label, a sentence that
// nearly repeats one of another split. others are sets that must not be repeated either.
func Check(set *Set, others ...*Set) []Problem {
	problems := slices.Clone(set.Problems)
	problems = append(problems, straddling(set)...)
	for i := range set.Sentences {
		s := &set.Sentences[i]
		for k, a := range s.Actors {
			switch field := fmt.Sprintf("actors[%d]", k); {
			case a.Stance == nil:
				problems = append(problems, Problem{s.Path, s.Line, field + ".stance", "is not labelled"})
			case a.Sentiment == Unlabelled:
				problems = append(problems, Problem{s.Path, s.Line, field + ".sentiment", "is not labelled"})
			}
		}
	}
	return append(problems, copies(set, others)...)
}

// straddling finds stories that are in more than one split.
func straddling(set *Set) []Problem {
	var problems []Problem
	split := map[[3]string]string{}
	for _, s := range set.Sentences {
		for field, story := range map[string]string{"scenario": s.Scenario, "article": s.Article} {
			key := [3]string{field, s.Lang, story}
			was, ok := split[key]
			switch {
			case story == "":
			case !ok:
				split[key] = s.Split
			case was != s.Split:
				problems = append(problems, Problem{s.Path, s.Line, field, fmt.Sprintf("%q is in the splits %s and %s", story, was, s.Split)})
			}
		}
	}
	return problems
}

// tooAlike is the share of letter sequences in common from which two sentences count as copies.
const tooAlike = 0.4

// copies finds sentences that are nearly the same: of two splits of the set, twice in one split,
// or in another set.
func copies(set *Set, others []*Set) []Problem {
	type known struct {
		*Sentence
		own    bool
		pieces int
	}
	var all []known
	index := map[uint64][]int{} // sentences by piece
	var problems []Problem
	meet := func(s *Sentence, own bool) {
		pieces := piecesOf(s.Text)
		shared := map[int]int{}
		for piece := range pieces {
			for _, i := range index[piece] {
				shared[i]++
			}
			index[piece] = append(index[piece], len(all))
		}
		all = append(all, known{s, own, len(pieces)})
		if !own {
			return
		}
		for _, i := range slices.Sorted(maps.Keys(shared)) {
			was := all[i]
			share := float64(shared[i]) / float64(was.pieces+len(pieces)-shared[i])
			if share >= tooAlike {
				problems = append(problems, Problem{s.Path, s.Line, "text", fmt.Sprintf("%.0f %% of it stands at %s:%d, too", 100*share, was.Path, was.Line)})
			}
		}
	}
	for _, other := range others {
		for i := range other.Sentences {
			meet(&other.Sentences[i], false)
		}
	}
	for i := range set.Sentences {
		meet(&set.Sentences[i], true)
	}
	return problems
}

// piecesOf are the sequences of letters and digits of a text, case and all else left aside: eight
// long, four where Chinese characters are among them.
func piecesOf(text string) map[uint64]bool {
	var letters []rune
	length := 8
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			length = 4
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, unicode.ToLower(r))
		}
	}
	pieces := map[uint64]bool{}
	for i := 0; i+length <= len(letters); i++ {
		h := fnv.New64a()
		h.Write([]byte(string(letters[i : i+length])))
		pieces[h.Sum64()] = true
	}
	return pieces
}

// Mix counts what the sentences of one language and split are like.
type Mix struct {
	Lang, Split              string
	Sentences, Stories       int
	Actors, Mentions         int
	Stance                   [3]int // actors with each, by model.Hawkish …
	None                     int    // actors without any
	Sentiment                [3]int // by model.Negative …
	NoStance, NoActor, Mixed int    // sentences: no actor with a stance, no actor, actors that differ
	Speakers                 int    // sentences whose speaker is not named
	Length                   [3]int // code points: tenth, middle and ninetieth percentile
	Tags                     map[string]int
}

// Mixes counts a set by language and split, in the order of Languages and of train, dev, test.
func Mixes(set *Set) []Mix {
	groups := map[[2]string][]*Sentence{}
	for i := range set.Sentences {
		s := &set.Sentences[i]
		key := [2]string{s.Lang, s.Split}
		groups[key] = append(groups[key], s)
	}
	order := func(lang, split string) int {
		return 4*slices.Index(Languages, lang) + slices.Index([]string{"train", "dev", "test"}, split)
	}
	keys := slices.SortedFunc(maps.Keys(groups), func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(order(a[0], a[1]), order(b[0], b[1])), cmp.Compare(a[1], b[1]))
	})
	var out []Mix
	for _, key := range keys {
		out = append(out, mixOf(key[0], key[1], groups[key]))
	}
	return out
}

func mixOf(lang, split string, sentences []*Sentence) Mix {
	m := Mix{Lang: lang, Split: split, Sentences: len(sentences), Tags: map[string]int{}}
	stories := map[string]bool{}
	var lengths []int
	for _, s := range sentences {
		stories[cmp.Or(s.Article, s.Scenario, s.ID)] = true
		lengths = append(lengths, len([]rune(s.Text)))
		for _, tag := range s.Tags {
			m.Tags[tag]++
		}
		if s.Speaker != nil {
			m.Speakers++
		}
		any := false
		for _, a := range s.Actors {
			m.Actors++
			m.Mentions += len(a.Spans)
			if a.Sentiment != Unlabelled {
				m.Sentiment[a.Sentiment]++
			}
			if a.Stance == nil {
				continue
			}
			if *a.Stance == [3]bool{} {
				m.None++
				continue
			}
			any = true
			for i, on := range a.Stance {
				if on {
					m.Stance[i]++
				}
			}
		}
		switch {
		case len(s.Actors) == 0:
			m.NoActor++
			m.NoStance++
		case !any:
			m.NoStance++
		}
		if s.Mixed() {
			m.Mixed++
		}
	}
	slices.Sort(lengths)
	for i, percent := range []int{10, 50, 90} {
		m.Length[i] = lengths[(len(lengths)-1)*percent/100]
	}
	m.Stories = len(stories)
	return m
}
