package sentence

// clause is the number of words up to which a sentence is too short to end in a year's
// abbreviation: "В 2015 г. Россия" goes on, "... подписали в 2015 г. Россия" does not.
const clause = 4

// period says that a single full stop, with first the first letter or digit behind it,
// ends a sentence.
func (sp *splitter) period(st stop, first int) bool {
	t, i := sp.t, st.at
	if i == sp.start || st.end != i+1 && !st.closed {
		return i != sp.start
	}
	f := flags(t[first])
	digit := f&fDigit != 0
	if flags(t[i-1])&fDigit != 0 {
		return sp.afterNumber(i, first)
	}
	starts := starters[sp.wordAt(first)]
	switch abbrevBefore(t, sp.start, i) {
	case abbrevNever:
		return false
	case abbrevDigit:
		return !digit
	case abbrevMaybe:
		if uncased(t[first]) || f&fUpper != 0 {
			return starts || sp.quoteBetween(st.end, first)
		}
		return !digit
	case abbrevEnd:
		return true
	case abbrevYear:
		return sp.numberBefore(i) && sp.words(i) > clause && !digit
	case abbrevLetter:
		return sp.afterLetter(i, first, starts)
	}
	if letterNames[hashOf(t[sp.lettersBefore(i):i])] && letterNames[sp.wordAt(first)] {
		return false // "سی. ان. ان"
	}
	if sp.roman(i) {
		return starts
	}
	return true
}

// afterLetter decides behind a single letter.
func (sp *splitter) afterLetter(i, first int, starts bool) bool {
	t := sp.t
	if flags(t[i-1])&fUpper == 0 {
		// "5 м. Минск", "стр. а. 3", Arabic "د. سليم".
		return flags(t[i-1])&fLower != 0 && sp.numberBefore(i) && flags(t[first])&fDigit == 0 && sp.words(i) > clause
	}
	if sp.atStart(i - 1) {
		return false // "A. ..." opens a list item or an answer
	}
	if starts && sp.lettersAfter(first)-first >= 2 {
		return true
	}
	j := i - 1
	for j > sp.start && isSpace(t[j-1]) {
		j--
	}
	return labels[hashOf(t[sp.lettersBefore(j):j])]
}

// afterNumber decides behind digits: list numbers, dates and Turkish ordinals go on.
func (sp *splitter) afterNumber(i, first int) bool {
	t := sp.t
	b := i
	for b > sp.start && flags(t[b-1])&fDigit != 0 {
		b--
	}
	switch {
	case sp.atStart(b) && i-b <= 3:
		return false
	case b > sp.start && (t[b-1] == '.' || t[b-1] == ',' || t[b-1] == '٫'):
		return true // the end of a date or decimal
	case i-b <= 2 && months[sp.wordAt(first)]:
		return false
	case sp.lang == "tr" && i-b <= 2:
		return starters[sp.wordAt(first)]
	}
	return true
}

// roman says that a Turkish Roman ordinal ends at i: "II. Dünya Savaşı".
func (sp *splitter) roman(i int) bool {
	if sp.lang != "tr" {
		return false
	}
	b := sp.lettersBefore(i)
	for _, r := range sp.t[b:i] {
		if r != 'I' && r != 'V' && r != 'X' {
			return false
		}
	}
	return b < i
}

// numberBefore says that the word that ends at i follows a number.
func (sp *splitter) numberBefore(i int) bool {
	j := sp.lettersBefore(i)
	for j > sp.start && isSpace(sp.t[j-1]) {
		j--
	}
	return j > sp.start && flags(sp.t[j-1])&fDigit != 0
}

// quoteBetween says that a quote is opened between i and j.
func (sp *splitter) quoteBetween(i, j int) bool {
	for _, r := range sp.t[i:j] {
		if flags(r)&(fOpen|fStraight) != 0 {
			return true
		}
	}
	return false
}
