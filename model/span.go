package model

import "math"

// Indices into the tag logits.
const (
	outside = iota // of any mention
	begin          // a mention starts
	inside         // a mention goes on
)

// readout is what the network says of one token.
type readout struct {
	tags, stance, sentiment [3]float32
}

// unit is a stretch of tokens, [first, end), that is in a mention as a whole or not at all: a
// word, or a token that starts with a Chinese character and what follows it up to the next.
type unit struct{ first, end int }

// units splits tokens at their heads.
func units(tokens []token) []unit {
	var all []unit
	for i, t := range tokens {
		if t.head || i == 0 {
			all = append(all, unit{i, i})
		}
		all[len(all)-1].end = i + 1
	}
	return all
}

// findMentions reads the mentions off the tags of each unit's first token, ordered by start.
// bias is added to the logit of O. A mention's read-outs are averaged over all of its tokens.
func findMentions(tokens []token, outs []readout, bias float64) []Mention {
	var mentions []Mention
	first, last, count := -1, 0, 0 // first and last token and number of units of the mention at hand
	confidence := 0.0
	finish := func() {
		if first < 0 {
			return
		}
		mentions = append(mentions, Mention{
			Start:      tokens[first].start,
			End:        tokens[last].end,
			Confidence: float32(confidence / float64(count)),
			Logits:     mean(outs[first : last+1]),
		})
		first, count, confidence = -1, 0, 0
	}
	for _, u := range units(tokens) {
		tag, out := tagOf(outs[u.first], bias)
		if tag != inside {
			finish()
		}
		if tag == outside {
			continue
		}
		if first < 0 {
			first = u.first
		}
		last = u.end - 1
		count++
		confidence += 1 - out
	}
	finish()
	return mentions
}

// tagOf returns the best tag of a token and the probability that it is outside of a mention.
func tagOf(r readout, bias float64) (tag int, out float64) {
	p := softmax([3]float64{float64(r.tags[outside]) + bias, float64(r.tags[begin]), float64(r.tags[inside])})
	for i := range p {
		if p[i] > p[tag] {
			tag = i
		}
	}
	return tag, p[outside]
}

// scoreSpans gives the read-outs of given spans, averaged over all tokens that overlap each.
// A span of which the cleaner leaves nothing covers no token: its Logits have no Tokens.
func scoreSpans(tokens []token, outs []readout, spans [][2]int) []Mention {
	mentions := make([]Mention, len(spans))
	for i, span := range spans {
		first, end := math.MaxInt, 0
		for k, t := range tokens {
			if t.start < span[1] && span[0] < t.end {
				first, end = min(first, k), k+1
			}
		}
		mentions[i] = Mention{Start: span[0], End: span[1], Confidence: 1}
		if first < end {
			mentions[i].Logits = mean(outs[first:end])
		}
	}
	return mentions
}

// mean averages the stance and sentiment logits of at least one token.
func mean(outs []readout) Logits {
	var stance, sentiment [3]float64
	for _, r := range outs {
		for i := range 3 {
			stance[i] += float64(r.stance[i])
			sentiment[i] += float64(r.sentiment[i])
		}
	}
	l := Logits{Tokens: len(outs)}
	for i := range 3 {
		l.Stance[i] = float32(stance[i] / float64(len(outs)))
		l.Sentiment[i] = float32(sentiment[i] / float64(len(outs)))
	}
	return l
}
