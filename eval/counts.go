package eval

import (
	"stance/eval/labelled"
	"stance/model"
)

// bins is the number of equally wide bins of probability that calibration is measured in.
const bins = 10

// counts is everything that figures are made of. It adds up over sentences, which is what makes
// a thousand bootstrap draws cheap: each is a weighted sum. The places in it are:
type counts [countsSize]float64

const (
	atSentences  = 0
	atActors     = 1
	atMentions   = 2
	atFound      = 3                       // found, labelled, paired, paired and equal; of complete sentences
	atEndToEnd   = atFound + 4             // found, labelled, right
	atStance     = atEndToEnd + 3          // labelled set of stances × decided one: 8 × 8, a set being a number of 3 bits
	atSpeaker    = atStance + 8*8          // the same of unnamed speakers
	atSentiment  = atSpeaker + 8*8         // labelled × decided: 3 × 3
	atStanceBins = atSentiment + 3*3       // stance × bin: number, sum of probabilities, how many had it
	atSentBins   = atStanceBins + 3*bins*3 // bin of the highest probability: number, sum, how many were right
	atLinked     = atSentBins + bins*3     // B-cubed of given mentions: sum of precisions, their number, of recalls, theirs
	atLinkedE2E  = atLinked + 4            // the same of found mentions
	atRegistry   = atLinkedE2E + 4         // mentions with a registry id, and how many the linker gave it to
	countsSize   = atRegistry + 2
)

// observe adds what one sentence shows.
func (c *counts) observe(s *labelled.Sentence, p *Prediction) {
	c[atSentences]++
	c[atActors] += float64(len(s.Actors))
	for i, a := range s.Actors {
		c[atMentions] += float64(len(a.Spans))
		c.scores(&a, &p.Actors[i].Scores)
		if a.ID == "" {
			continue
		}
		for _, id := range p.Actors[i].Linked {
			c[atRegistry]++
			if id == a.ID {
				c[atRegistry+1]++
			}
		}
	}
	if s.Speaker != nil && s.Speaker.Stance != nil && p.Speaker != nil {
		c[atSpeaker+8*setOf(*s.Speaker.Stance)+setOf(p.Speaker.Stance)]++
	}
	if s.Complete && p.Found != nil {
		c.found(s, p)
	}
}

// setOf numbers a set of stances.
func setOf(stance [3]bool) int {
	n := 0
	for i, on := range stance {
		if on {
			n |= 1 << i
		}
	}
	return n
}

// scores adds one actor's labels and what was said of it.
func (c *counts) scores(a *labelled.Actor, said *model.Scores) {
	if a.Stance != nil {
		c[atStance+8*setOf(*a.Stance)+setOf(said.Stance)]++
		for i, on := range a.Stance {
			c.bin(atStanceBins+i*bins*3, said.PStance[i], on)
		}
	}
	if a.Sentiment != labelled.Unlabelled {
		c[atSentiment+3*a.Sentiment+said.Sentiment]++
		best := 0
		for i, p := range said.PSentiment {
			if p > said.PSentiment[best] {
				best = i
			}
		}
		c.bin(atSentBins, said.PSentiment[best], best == a.Sentiment)
	}
}

func (c *counts) bin(at int, p float32, right bool) {
	at += 3 * min(int(float64(p)*bins), bins-1)
	c[at]++
	c[at+1] += float64(p)
	if right {
		c[at+2]++
	}
}

// found adds the mentions that the model found by itself.
func (c *counts) found(s *labelled.Sentence, p *Prediction) {
	marked := mentionsOf(s)
	c[atFound] += float64(len(p.Found))
	c[atFound+1] += float64(len(marked))
	for i, partner := range align(foundSpans(p), spansOf(marked)) {
		if partner < 0 {
			c[atEndToEnd]++
			continue
		}
		c[atFound+2]++
		if p.Found[i].Span == marked[partner].span {
			c[atFound+3]++
		}
		if stance := marked[partner].actor.Stance; stance != nil {
			c[atEndToEnd]++
			if *stance == p.Found[i].Stance {
				c[atEndToEnd+2]++
			}
		}
	}
	for _, m := range marked {
		if m.actor.Stance != nil {
			c[atEndToEnd+1]++
		}
	}
}

func foundSpans(p *Prediction) [][2]int {
	spans := make([][2]int, len(p.Found))
	for i, f := range p.Found {
		spans[i] = f.Span
	}
	return spans
}

// add adds other, weighted.
func (c *counts) add(other sparse, weight float64) {
	for _, cell := range other {
		c[cell.at] += weight * cell.value
	}
}

// sparse is counts of which most are 0: those of a sentence or an article.
type sparse []cell

type cell struct {
	at    int
	value float64
}

func (c *counts) sparse() sparse {
	var cells sparse
	for at, value := range c {
		if value != 0 {
			cells = append(cells, cell{at, value})
		}
	}
	return cells
}
