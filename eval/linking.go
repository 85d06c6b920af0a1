package eval

import (
	"cmp"
	"fmt"
	"slices"
	"stance/eval/labelled"
	"stance/pipeline/actor"
)

// place is where a mention of an article is: a sentence and a span, or the sentence's unnamed speaker.
type place struct {
	sentence int
	span     [2]int // [-1, -1) for the speaker
}

var unnamed = [2]int{-1, -1}

// clusters says of each place whose mention it is. Two places with one name are one actor.
type clusters map[place]string

// linking adds the B-cubed sums of an article, its sentences being story: of the labelled
// mentions as the linker joined them, and of those that the model found.
//
// B-cubed (Bagga and Baldwin 1998): a mention's precision is the share of the mentions joined
// with it that belong with it, itself counted; its recall the share of those that belong with it
// that were joined. Found mentions stand for the labelled ones that align pairs them with; one
// without a partner has no precision, and a labelled one that was not found no recall. Mentions
// of which the labels do not say who they are stay out.
func (c *counts) linking(sentences []labelled.Sentence, predictions []Prediction, story []int) {
	truth, linked, found := clusters{}, clusters{}, clusters{}
	for _, i := range story {
		s, p := &sentences[i], &predictions[i]
		var spans [][2]int
		for k, a := range s.Actors {
			for n, span := range a.Spans {
				at := place{i, span}
				spans = append(spans, span)
				truth.put(at, cmp.Or(a.Key, a.ID))
				if n < len(p.Actors[k].Linked) && truth[at] != "" {
					linked.put(at, p.Actors[k].Linked[n])
				}
			}
		}
		if s.Speaker != nil && p.Speaker != nil {
			at := place{i, unnamed}
			truth.put(at, cmp.Or(s.Speaker.Key, s.Speaker.ID))
			if truth[at] != "" {
				linked.put(at, p.Speaker.Linked)
			}
		}
		slices.SortFunc(spans, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
		for n, partner := range align(foundSpans(p), spans) {
			at := place{i, p.Found[n].Span}
			switch {
			case partner < 0:
				at.span[1] = -1 // no labelled span ends there
				found.put(at, p.Found[n].Actor)
			case truth[place{i, spans[partner]}] != "":
				at.span = spans[partner]
				found.put(at, p.Found[n].Actor)
			}
		}
	}
	if len(truth) == 0 {
		return
	}
	c.bCubed(atLinked, truth, linked)
	c.bCubed(atLinkedE2E, truth, found)
}

// put names the actor at a place. A pronoun that the linker could not explain is one by itself.
func (c clusters) put(at place, name string) {
	switch {
	case name == "":
	case actor.Actor{ID: name}.Unexplained():
		c[at] = fmt.Sprintf("%s %v", name, at)
	default:
		c[at] = name
	}
}

// bCubed adds sums of precisions and recalls, and how many mentions each is over.
func (c *counts) bCubed(at int, truth, said clusters) {
	inTruth, inSaid, inBoth := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for _, name := range truth {
		inTruth[name]++
	}
	for p, name := range said {
		inSaid[name]++
		if real, ok := truth[p]; ok {
			inBoth[[2]string{real, name}]++
		}
	}
	for pair, n := range inBoth {
		both := float64(n)
		c[at] += both * both / float64(inSaid[pair[1]])
		c[at+2] += both * both / float64(inTruth[pair[0]])
	}
	c[at+1] += float64(len(said))
	c[at+3] += float64(len(truth))
}
