package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"stance/eval/labelled"
	"stance/model"
)

// The JSON Lines of --predictions: one line a sentence. Probabilities are written in full, so
// that whoever recomputes the figures gets the same ones.
type (
	jsonPrediction struct {
		ID      string      `json:"id"`
		Set     string      `json:"set,omitempty"`
		Model   string      `json:"model,omitempty"`
		Actors  []jsonGiven `json:"actors"`
		Speaker *jsonGiven  `json:"speaker,omitempty"`
		Found   []jsonFound `json:"found"`
	}
	jsonScores struct {
		PStance    [3]float64 `json:"p_stance"`
		PSentiment [3]float64 `json:"p_sentiment"`
		Stance     []string   `json:"stance"`
		Sentiment  string     `json:"sentiment"`
	}
	jsonGiven struct {
		jsonScores
		Linked []string `json:"linked,omitempty"` // actor id of each mention
	}
	jsonFound struct {
		Span [2]int `json:"span"`
		jsonScores
		Actor string `json:"actor,omitempty"`
	}
)

// WritePredictions writes the predictions of one set; modelHash says whose they are.
func WritePredictions(w io.Writer, set, modelHash string, predictions []Prediction) error {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, p := range predictions {
		row := jsonPrediction{ID: p.ID, Set: set, Model: modelHash, Actors: []jsonGiven{}, Found: []jsonFound{}}
		for _, a := range p.Actors {
			row.Actors = append(row.Actors, jsonGiven{jsonOf(a.Scores), a.Linked})
		}
		if p.Speaker != nil {
			row.Speaker = &jsonGiven{jsonScores: jsonOf(p.Speaker.Scores)}
			if p.Speaker.Linked != "" {
				row.Speaker.Linked = []string{p.Speaker.Linked}
			}
		}
		for _, f := range p.Found {
			row.Found = append(row.Found, jsonFound{f.Span, jsonOf(f.Scores), f.Actor})
		}
		if err := encoder.Encode(row); err != nil {
			return err
		}
	}
	return out.Flush()
}

func jsonOf(s model.Scores) jsonScores {
	row := jsonScores{Stance: labelled.StanceNames(s.Stance), Sentiment: model.SentimentNames[s.Sentiment]}
	for i := range 3 {
		row.PStance[i], row.PSentiment[i] = float64(s.PStance[i]), float64(s.PSentiment[i])
	}
	return row
}

// ReadPredictions reads what WritePredictions wrote, of any number of sets, by set and id, and
// the hash of the model. path is for messages.
func ReadPredictions(path string, r io.Reader) (modelHash string, bySet map[string]map[string]Prediction, err error) {
	all := map[string]map[string]Prediction{}
	decoder := json.NewDecoder(r)
	for number := 1; ; number++ {
		var row jsonPrediction
		err := decoder.Decode(&row)
		if err == io.EOF {
			return modelHash, all, nil
		}
		if err != nil {
			return "", nil, fmt.Errorf("%s: prediction %d is not usable: %w", path, number, err)
		}
		p, err := row.prediction()
		if err != nil {
			return "", nil, fmt.Errorf("%s: prediction %d (%s): %w", path, number, row.ID, err)
		}
		if all[row.Set] == nil {
			all[row.Set] = map[string]Prediction{}
		}
		all[row.Set][row.ID] = p
		modelHash = row.Model
	}
}

func (row *jsonPrediction) prediction() (Prediction, error) {
	p := Prediction{ID: row.ID}
	for _, a := range row.Actors {
		scores, err := a.scores()
		if err != nil {
			return p, err
		}
		p.Actors = append(p.Actors, Given{scores, a.Linked})
	}
	if row.Speaker != nil {
		scores, err := row.Speaker.scores()
		if err != nil {
			return p, err
		}
		p.Speaker = &GivenSpeaker{Scores: scores}
		if len(row.Speaker.Linked) > 0 {
			p.Speaker.Linked = row.Speaker.Linked[0]
		}
	}
	if row.Found != nil {
		p.Found = []Found{}
	}
	for _, f := range row.Found {
		scores, err := f.scores()
		if err != nil {
			return p, err
		}
		p.Found = append(p.Found, Found{f.Span, scores, f.Actor})
	}
	return p, nil
}

func (row *jsonScores) scores() (model.Scores, error) {
	var s model.Scores
	for i := range 3 {
		s.PStance[i], s.PSentiment[i] = float32(row.PStance[i]), float32(row.PSentiment[i])
	}
	for _, name := range row.Stance {
		i := slices.Index(model.StanceNames[:], name)
		if i < 0 {
			return s, fmt.Errorf("field %q: %q is not one of %v", "stance", name, model.StanceNames)
		}
		s.Stance[i] = true
	}
	s.Sentiment = slices.Index(model.SentimentNames[:], row.Sentiment)
	if s.Sentiment < 0 {
		return s, fmt.Errorf("field %q: %q is not one of %v", "sentiment", row.Sentiment, model.SentimentNames)
	}
	return s, nil
}
