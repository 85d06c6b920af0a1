package eval

import (
	"stance/eval/labelled"
	"stance/model"
)

// Report is what an evaluation found: which model and program, and each set's figures.
type Report struct {
	Model   ModelID      `json:"model"`
	Program string       `json:"program"`
	Rounds  int          `json:"bootstrap_rounds"`
	Sets    []*SetReport `json:"sets"`
}

// ModelID tells a model from all others.
type ModelID struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Hash    string `json:"sha256"`
}

// IDOf names the model of a bundle.
func IDOf(info model.Info) ModelID {
	return ModelID{Name: info.Name, Version: info.Version, Hash: info.Hash}
}

// NewReport makes an empty report of a model, scored by a version of the program.
func NewReport(id ModelID, program string) *Report {
	return &Report{Model: id, Program: program, Rounds: rounds, Sets: []*SetReport{}}
}

// Scored is a set with what a model says of its sentences.
type Scored struct {
	Set         *labelled.Set
	Predictions []Prediction // one a sentence, in the set's order
}
