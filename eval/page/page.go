// Package page writes an evaluation as one self-contained HTML page: nothing in it is loaded
// from anywhere, so it can be mailed, archived and opened offline.
package page

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"stance/eval"
	"stance/eval/labelled"
	"stance/model"
)

//go:embed page.html
var source string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"three": func(v float64) string { return fmt.Sprintf("%.3f", v) },
	"ci":    ci,
	"label": func(l eval.LabelFigures) string {
		if l.Support+l.Predicted == 0 {
			return "–"
		}
		return fmt.Sprintf("%.3f", l.F1)
	},
	"optional": func(v *float64) string {
		if v == nil {
			return "–"
		}
		return fmt.Sprintf("%.3f", *v)
	},
	"shade": shade,
}).Parse(source))

func ci(i *eval.Interval) string {
	if i == nil {
		return ""
	}
	return fmt.Sprintf("%.3f – %.3f", i[0], i[1])
}

// shade is the background of a cell with this share of its row.
func shade(share float64) template.CSS {
	return template.CSS(fmt.Sprintf("background: rgb(37 99 235 / %.2f)", 0.75*share))
}

// view is what the template shows.
type view struct {
	Report *eval.Report
	Sets   []setView
}

type setView struct {
	*eval.SetReport
	Rows      []row // the model, its languages, the baselines
	Languages template.HTML
	Stance    *matrix
	Sentiment *matrix
	Plots     []figure
	Curves    []figure
	Slices    []sliceView
	Errors    []mistake
	Mistakes  int // sentences with at least one, of which Errors are the worst
}

// row is a line of the table of figures.
type row struct {
	Name  string
	Class string
	eval.Figures
}

type figure struct {
	Title string
	SVG   template.HTML
}

type sliceView struct {
	By   string
	Rows []row
}

// Write writes the page. scored are the sets of the report, in its order.
func Write(w io.Writer, report *eval.Report, scored []eval.Scored) error {
	v := view{Report: report}
	for i, set := range report.Sets {
		one, err := viewOf(set, scored[i])
		if err != nil {
			return fmt.Errorf("the page of the set %s: %w", set.Set, err)
		}
		v.Sets = append(v.Sets, one)
	}
	return page.Execute(w, v)
}

func viewOf(set *eval.SetReport, scored eval.Scored) (setView, error) {
	v := setView{SetReport: set, Rows: rowsOf(set)}
	var err error
	if v.Languages, err = languagesPlot(set); err != nil {
		return v, err
	}
	if set.Stance != nil {
		v.Stance = stanceMatrix(set.Stance)
		if v.Curves, err = thresholdCurves(scored); err != nil {
			return v, err
		}
	}
	if set.Sentiment != nil {
		v.Sentiment = sentimentMatrix(set.Sentiment)
	}
	if v.Plots, err = reliabilityPlots(set); err != nil {
		return v, err
	}
	for _, group := range set.Slices {
		slice := sliceView{By: group.By}
		for _, s := range group.Slices {
			slice.Rows = append(slice.Rows, row{Name: s.Name, Figures: s.Figures})
		}
		v.Slices = append(v.Slices, slice)
	}
	v.Errors, v.Mistakes = worst(scored)
	return v, nil
}

// rowsOf are the rows of the table: the model over all, its languages, the baselines.
func rowsOf(set *eval.SetReport) []row {
	rows := []row{{"all", "all", set.Figures}}
	for _, lang := range labelled.InOrder(set.Lang) {
		rows = append(rows, row{lang, "", *set.Lang[lang]})
	}
	for _, b := range set.Baselines {
		name := b.Name
		if len(b.Lang) < len(set.Lang) {
			name += fmt.Sprintf(" (%d of %d languages)", len(b.Lang), len(set.Lang))
		}
		rows = append(rows, row{name, "baseline", b.Figures})
	}
	return rows
}

// matrix counts labelled (rows) against decided labels (columns), without those that nobody has.
type matrix struct {
	Names []string
	Rows  []matrixRow
}

type matrixRow struct {
	Name  string
	Total int
	Cells []matrixCell
}

type matrixCell struct {
	N     int
	Share float64 // of its row
	Right bool
}

func stanceMatrix(s *eval.StanceFigures) *matrix {
	var names []string
	var counts [][]int
	for set, line := range s.Confusion {
		name := ""
		for i, letter := range []string{"H", "C", "D"} {
			if set>>i&1 == 1 {
				name += letter
			}
		}
		if name == "" {
			name = "none"
		}
		names, counts = append(names, name), append(counts, line[:])
	}
	return matrixOf(names, counts)
}

func sentimentMatrix(s *eval.SentimentFigures) *matrix {
	var counts [][]int
	for _, line := range s.Confusion {
		counts = append(counts, line[:])
	}
	return matrixOf(model.SentimentNames[:], counts)
}

func matrixOf(names []string, counts [][]int) *matrix {
	var used []int
	for i := range names {
		n := 0
		for k := range names {
			n += counts[i][k] + counts[k][i]
		}
		if n > 0 {
			used = append(used, i)
		}
	}
	var m matrix
	for _, i := range used {
		m.Names = append(m.Names, names[i])
		line := matrixRow{Name: names[i]}
		for _, k := range used {
			line.Total += counts[i][k]
		}
		for _, k := range used {
			line.Cells = append(line.Cells, matrixCell{counts[i][k], float64(counts[i][k]) / float64(max(line.Total, 1)), i == k})
		}
		m.Rows = append(m.Rows, line)
	}
	return &m
}
