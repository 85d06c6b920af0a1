package actor

import "strings"

// declension says how names with one nominative ending decline: what to cut and the
// endings, parted by spaces, to put in its place.
type declension struct{ ending, cut, forms string }

// declensions returns the classes of Russian and Ukrainian; the first whose ending fits counts.
//
// Stripping endings from a mention would make Нигерии a form of Нигер. So the registry's
// names are declined instead, each by the class that its nominative ending shows, and a
// mention is looked up among the forms. One table serves both languages: a form that only the
// other language has names nobody else.
func declensions() []declension {
	return []declension{
		{"ский", "ий", "ого ому им ом ие их ими ая ой ую ое"},
		{"цкий", "ий", "ого ому им ом ие их ими ая ой ую ое"},
		{"ський", "ий", "ого ому им ім ом і их ими а ої у ій ою е"},
		{"цький", "ий", "ого ому им ім ом і их ими а ої у ій ою е"},
		{"ый", "ый", "ого ому ым ом ые ых ыми ая ой ую ое"},
		{"ой", "ой", "ого ому ым им ом ые ие ых их ая ую ое"},
		{"ій", "ій", "ія ію ієм ії"},
		{"ий", "ий", "его ему ого ому им ом ем ім і ие их ими ия ию ии ием"},
		{"ая", "ая", "ой ую ые ых ым ыми ие их"},
		{"яя", "яя", "ей юю ие их"},
		{"ое", "ое", "ого ому ым ом им"},
		{"ее", "ее", "его ему им ем"},
		{"ые", "ые", "ых ым ыми"},
		{"кие", "ие", "их им ими"},
		{"щие", "ие", "их им ими"},
		{"шие", "ие", "их им ими"},
		{"ие", "е", "я ю ем и"},
		{"ия", "я", "и ю ей й"},
		{"ія", "я", "ї ю єю й"},
		{"я", "я", "и ю ей е і ї ею єю ь"},
		{"ка", "ка", "ки ке ку кой кою ці"},
		{"га", "га", "ги ге гу гой гою зі"},
		{"ха", "ха", "хи хе ху хой хою сі"},
		{"а", "а", "ы и у ой ою ей ею е і"},
		{"й", "й", "я ю ем е єм ї и"},
		{"ець", "ець", "ця цю цем ці ців цям цями"},
		{"ь", "ь", "я ю ем е и і ї ью ем"},
		{"о", "о", "а у ом е і ові"},
		{"ів", "ів", "ова ову овом ові ева еву евом еві іва іву івом"},
		{"їв", "їв", "єва єву євом єві"},
		{"ец", "ец", "ца цу цем це цы цев"},
		{"ов", "", "а у ым е ом ові им і ой ы ых ыми"},
		{"лев", "лев", "льва льву львом льве лева леву левым левом леве левой левы левых левыми"},
		{"ев", "", "а у ым е ом ові им і ой ы ых ыми"},
		{"єв", "", "а у им і ові"},
		{"ин", "", "а у ым е ом ові им і ой ы ых ыми"},
		{"ын", "", "а у ым е ой ы ых ыми"},
		{"ін", "", "а у им і ові ом"},
		{"ок", "ок", "ка ку ком ке ки ков ока оку оком оке"},
		{"ек", "ек", "ка ку ком ке ека еку еком еке"},
		{"ел", "ел", "ла лу лом ле ела елу елом еле"},
		{"ы", "ы", "ов ам ами ах"},
		{"и", "и", "ов ів ей ам ами ах ям ями ях"},
		{"і", "і", "ів ам ами ах их им ими"},
	}
}

// consonantForms are the endings of a masculine noun whose nominative is a bare consonant.
const consonantForms = "а у ом ем е ові еві і ы и ов ів ам ами ах"

const cyrillicConsonants = "бвгґджзклмнпрстфхцчшщ"

// decliner declines names.
type decliner struct{ classes []declension }

func newDecliner() decliner { return decliner{declensions()} }

// each calls yield with the forms of a folded Cyrillic word, without the word itself.
func (d decliner) each(w string, yield func(form string)) {
	// Shorter words are particles and most are acronyms, which do not decline.
	if script(w) != cyrillic || len([]rune(w)) < 3 {
		return
	}
	for _, c := range d.classes {
		if !strings.HasSuffix(w, c.ending) {
			continue
		}
		base := strings.TrimSuffix(w, c.cut)
		if len([]rune(base)) >= 2 {
			for _, e := range strings.Fields(c.forms) {
				yield(base + e)
			}
		}
		return
	}
	rs := []rune(w)
	if strings.ContainsRune(cyrillicConsonants, rs[len(rs)-1]) {
		for _, e := range strings.Fields(consonantForms) {
			yield(w + e)
		}
	}
}

// cyrillicEndings are cut from names that no registry knows, longest first. It only has to
// come to the same for all cases of a name, not to be right.
var cyrillicEndings = [...]string{
	"ського", "ському", "ським", "ого", "ому", "ему", "его", "ими", "ыми", "ами", "ями", "ові", "еві", "єві",
	"ий", "ый", "ой", "им", "ым", "ом", "ем", "єм", "ам", "ям", "ах", "ях", "ов", "ев", "ів", "ей", "ию", "ии", "ія", "ії", "ію", "ия",
	"ая", "ую", "ої", "ою", "ею", "єю", "их", "ых", "а", "у", "е", "и", "і", "ї", "я", "ю", "ы", "о", "ь", "й",
}
