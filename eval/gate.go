package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Gate is a file of expected figures, so that a worse model cannot come in unseen.
type Gate struct {
	About string    `json:"about"`
	Sets  []GateSet `json:"sets"`
}

// GateSet are the expected figures of one set.
type GateSet struct {
	Set    string                 `json:"set"`             // path, from the folder that the gate's file is in
	Split  string                 `json:"split,omitempty"` // the sentences that count; empty: all
	Expect map[string]Expectation `json:"expect"`          // by the figure's place in --json, as lang.fa.stance.macro_f1
}

// Expectation is a figure as it was measured, and by how much it may fall (a calibration error: rise).
type Expectation struct {
	Value     float64 `json:"value"`
	Tolerance float64 `json:"tolerance"`
}

// ParseGate reads a gate. A figure without a tolerance, or a field that is not known, is an error.
func ParseGate(data []byte) (*Gate, error) {
	var g Gate
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&g); err != nil {
		return nil, fmt.Errorf("the quality gate is not usable: %w", err)
	}
	expectations := 0
	for _, set := range g.Sets {
		if set.Set == "" {
			return nil, fmt.Errorf("the quality gate is not usable: a set has no path in its field %q", "set")
		}
		for name, e := range set.Expect {
			expectations++
			if e.Tolerance <= 0 {
				return nil, fmt.Errorf("the quality gate is not usable: %s of %s has no tolerance above 0", name, set.Set)
			}
		}
	}
	if expectations == 0 {
		return nil, fmt.Errorf("the quality gate expects nothing: name sets and their figures")
	}
	return &g, nil
}

// Outcome is what became of one expectation.
type Outcome struct {
	Set, Figure string
	Expectation
	Measured float64
	State    GateState
}

// GateState says how a figure stands to its expectation.
type GateState int

// A figure can be as expected, worse than its tolerance allows, or so much better that the
// expectation should be raised.
const (
	AsExpected GateState = iota
	Worse
	Better
)

// Check compares a set's report with what is expected of it, in the order of the figures' names.
func (g *GateSet) Check(r *SetReport) ([]Outcome, error) {
	figures, err := flatten(r)
	if err != nil {
		return nil, err
	}
	var out []Outcome
	for _, name := range slices.Sorted(maps.Keys(g.Expect)) {
		e := g.Expect[name]
		measured, ok := figures[name]
		if !ok {
			return nil, fmt.Errorf("the quality gate expects %q of %s, but its report has no such figure; names are places in the output of --json", name, g.Set)
		}
		o := Outcome{Set: g.Set, Figure: name, Expectation: e, Measured: measured}
		gain := measured - e.Value
		if isError(name) {
			gain = -gain
		}
		switch {
		case gain < -e.Tolerance:
			o.State = Worse
		case gain > e.Tolerance:
			o.State = Better
		}
		out = append(out, o)
	}
	return out, nil
}

// Update takes the measured figures as the expected ones, rounded to three digits to their worse side.
func (g *GateSet) Update(outcomes []Outcome) {
	for _, o := range outcomes {
		round := math.Floor
		if isError(o.Figure) {
			round = math.Ceil
		}
		e := g.Expect[o.Figure]
		e.Value = round(o.Measured*1000) / 1000
		g.Expect[o.Figure] = e
	}
}

// isError tells the figures of which less is better.
func isError(name string) bool { return strings.Contains(name, "calibration.") }

// flatten lists the numbers of a report by their place in its JSON.
func flatten(r *SetReport) (map[string]float64, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := json.Unmarshal(data, &tree); err != nil {
		return nil, err
	}
	flat := map[string]float64{}
	var walk func(prefix string, node any)
	walk = func(prefix string, node any) {
		switch node := node.(type) {
		case map[string]any:
			for name, child := range node {
				walk(strings.TrimPrefix(prefix+"."+name, "."), child)
			}
		case float64:
			flat[prefix] = node
		}
	}
	walk("", tree)
	return flat, nil
}
