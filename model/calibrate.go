package model

import "math"

// calibration is what was fitted on the development set to turn logits into probabilities
// and decisions, as bundle.json has it. Each list has three entries, a label each.
type calibration struct {
	Stance struct {
		Temperature []float64 `json:"temperature"`
		Threshold   []float64 `json:"threshold"` // a label is set from this probability on
	} `json:"stance"`
	Sentiment struct {
		Temperature float64   `json:"temperature"`
		Bias        []float64 `json:"bias"`
	} `json:"sentiment"`
	Mention struct {
		Bias *float64 `json:"bias"` // added to the logit of O: above 0 finds fewer mentions
	} `json:"mention"`
}

// Pool joins the read-outs of several mentions of one actor: their mean, each token with
// the same weight. Read-outs without tokens weigh nothing; of none at all the pool has no
// tokens either.
func Pool(mentions ...Logits) Logits {
	var stance, sentiment [3]float64
	tokens := 0
	for _, l := range mentions {
		for i := range 3 {
			stance[i] += float64(l.Stance[i]) * float64(l.Tokens)
			sentiment[i] += float64(l.Sentiment[i]) * float64(l.Tokens)
		}
		tokens += l.Tokens
	}
	if tokens == 0 {
		return Logits{}
	}
	pooled := Logits{Tokens: tokens}
	for i := range 3 {
		pooled.Stance[i] = float32(stance[i] / float64(tokens))
		pooled.Sentiment[i] = float32(sentiment[i] / float64(tokens))
	}
	return pooled
}

// Decide pools the mentions of one actor in one sentence and says what they amount to. An
// actor without a single token (a given span of which the cleaner leaves nothing) shows
// nothing: no stance, neutral, each for certain.
func (m *Model) Decide(mentions ...Logits) Scores {
	return m.calibration.decide(Pool(mentions...))
}

func (c *calibration) decide(l Logits) Scores {
	if l.Tokens == 0 {
		return Scores{PSentiment: [3]float32{Neutral: 1}, Sentiment: Neutral}
	}
	var s Scores
	var sentiment [3]float64
	for i := range 3 {
		p := 1 / (1 + math.Exp(-float64(l.Stance[i])/c.Stance.Temperature[i]))
		s.PStance[i] = float32(p)
		s.Stance[i] = p >= c.Stance.Threshold[i]
		sentiment[i] = float64(l.Sentiment[i])/c.Sentiment.Temperature + c.Sentiment.Bias[i]
	}
	p := softmax(sentiment)
	for i := range 3 {
		s.PSentiment[i] = float32(p[i])
		if p[i] > p[s.Sentiment] {
			s.Sentiment = i
		}
	}
	return s
}

func softmax(logits [3]float64) [3]float64 {
	highest := max(logits[0], logits[1], logits[2])
	sum := 0.0
	for i, l := range logits {
		logits[i] = math.Exp(l - highest)
		sum += logits[i]
	}
	for i := range logits {
		logits[i] /= sum
	}
	return logits
}
