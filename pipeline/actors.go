package pipeline

import (
	"cmp"
	"slices"

	"stance/model"
	"stance/pipeline/sink"
)

// actorRows sums up each actor of an article, in the order of first mention: the mean of the
// probabilities of its sentences, and a stance where at least one sentence shows it. Pronouns
// that nothing explains are no actors and get no row.
func actorRows(units []*unit) []sink.ActorRow {
	byID := map[string]*actorSum{}
	var order []*actorSum
	for _, u := range units {
		if u.actor.Unexplained() {
			continue
		}
		sum, ok := byID[u.actor.ID]
		if !ok {
			sum = &actorSum{unit: u, strongest: u}
			byID[u.actor.ID] = sum
			order = append(order, sum)
		}
		sum.add(u)
	}
	rows := make([]sink.ActorRow, len(order))
	for i, sum := range order {
		rows[i] = sum.row()
	}
	return rows
}

// actorSum is an actor's row in the making.
type actorSum struct {
	*unit               // the first
	strongest           *unit
	stance, sentiment   [3]float64 // sums of probabilities
	shown               [3]bool
	mentions, sentences int
}

func (a *actorSum) add(u *unit) {
	for i := range 3 {
		a.stance[i] += float64(u.scores.PStance[i])
		a.sentiment[i] += float64(u.scores.PSentiment[i])
		a.shown[i] = a.shown[i] || u.scores.Stance[i]
	}
	a.mentions += len(u.rows)
	a.sentences++
	if u.strength() > a.strongest.strength() {
		a.strongest = u
	}
}

// strength is the highest of the unit's stance probabilities.
func (u *unit) strength() float32 { return slices.Max(u.scores.PStance[:]) }

func (a *actorSum) row() sink.ActorRow {
	var stance, sentiment [3]float32
	best := 0
	for i := range 3 {
		stance[i] = float32(a.stance[i] / float64(a.sentences))
		sentiment[i] = float32(a.sentiment[i] / float64(a.sentences))
		if a.sentiment[i] > a.sentiment[best] {
			best = i
		}
	}
	scores := sinkScores(stance, a.shown, sentiment)
	scores.Sentiment = model.SentimentNames[best]
	return sink.ActorRow{
		ActorID: a.actor.ID, ActorName: a.actor.Name, ActorType: a.actor.Type,
		Mentions: int32(a.mentions), Sentences: int32(a.sentences), Scores: scores,
		StrongestSentence: a.strongest.sentence.Text, StrongestIndex: int32(a.strongest.sentence.Index),
	}
}

// sinkScores names probabilities and decisions as the tables do; the sentiment is left to the caller.
func sinkScores(stance [3]float32, shown [3]bool, sentiment [3]float32) sink.Scores {
	return sink.Scores{
		PHawkish: stance[model.Hawkish], PConciliatory: stance[model.Conciliatory], PConditional: stance[model.Conditional],
		Hawkish: shown[model.Hawkish], Conciliatory: shown[model.Conciliatory], Conditional: shown[model.Conditional],
		PNegative: sentiment[model.Negative], PNeutral: sentiment[model.Neutral], PPositive: sentiment[model.Positive],
	}
}

// sortRows puts mentions into the order of the text; pooling has put those of one actor together.
func sortRows(rows []sink.MentionRow) {
	slices.SortStableFunc(rows, func(a, b sink.MentionRow) int {
		return cmp.Or(cmp.Compare(a.SentenceIndex, b.SentenceIndex), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}
