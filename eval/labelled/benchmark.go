package labelled

import (
	"fmt"
	"strings"

	"stance/model"
)

// newsMTSCLine is a line of NewsMTSC's published files (train.jsonl, dev.jsonl …): persons of a
// sentence and how it portrays each.
type newsMTSCLine struct {
	ID      string  `json:"primary_gid"`
	Text    *string `json:"sentence_normalized"`
	Targets []struct {
		From     int     `json:"from"`
		To       int     `json:"to"`
		Polarity float64 `json:"polarity"` // 2 negative, 4 neutral, 6 positive
	} `json:"targets"`
}

func isNewsMTSC(line string) bool { return strings.Contains(line, `"sentence_normalized":`) }

func newsMTSC(line string) (Sentence, error) {
	var row newsMTSCLine
	if err := decode(line, &row); err != nil {
		return Sentence{}, err
	}
	if row.Text == nil {
		return Sentence{}, wrongf("sentence_normalized", "is missing")
	}
	s := Sentence{ID: row.ID, Lang: "en", Source: "NewsMTSC", Text: *row.Text}
	for i, t := range row.Targets {
		sentiment, ok := map[float64]int{2: model.Negative, 4: model.Neutral, 6: model.Positive}[t.Polarity]
		if !ok {
			return s, wrongf(fmt.Sprintf("targets[%d].polarity", i), "%v is not 2, 4 or 6", t.Polarity)
		}
		s.Actors = append(s.Actors, Actor{Spans: [][2]int{{t.From, t.To}}, Sentiment: sentiment})
	}
	return s, nil
}

// ruSentNE are the columns of RuSentNE's published tables: an entity of a sentence and the
// author's sentiment towards it, -1, 0 or 1. Rows of one sentence are joined by the table reader.
var ruSentNE = columns{
	text: "sentence", mention: "entity", start: "entity_pos_start_rel", end: "entity_pos_end_rel", sentiment: "label",
}

// isRuSentNE knows them by their header.
func isRuSentNE(header []string) bool {
	all := strings.Join(header, "\t")
	return strings.Contains(all, "entity_tag") && strings.Contains(all, "entity_pos_start_rel")
}
