package sentence

// partsReason says why a line made of several parts is boilerplate: "By Ann Holm | 3 May
// 2026 · 4 min read", "(Reporting by Ann Holm; editing by Jon Vale)". Each part must be
// boilerplate by itself, or initials or an agency's name beside such a part; the first one's
// reason stands for all. "" where one is not.
func (f *folded) partsReason(t []rune, sp span) string {
	sep := f.sep
	if flags(t[sp.s])&fBracket != 0 && sep == 0 {
		sep = '.' // "(Reporte de Inés Rey. Editado por Pablo Luna)"
	}
	if sep == 0 {
		return ""
	}
	first, start, strong := "", sp.s, false
	for i := sp.s; i <= sp.e; i++ {
		if i < sp.e && (foldMark(t[i]) != sep || !setsApart(t, sp, i)) {
			continue
		}
		part := trim(t, span{start, i})
		start = i + 1
		reason := ""
		if part.s < part.e {
			reason = f.whole(t, part)
		}
		switch {
		case reason != "":
			strong = true
		case part.s < part.e && f.weakPart(t, part):
			reason = ReasonAgency
		default:
			return ""
		}
		if first == "" {
			first = reason
		}
	}
	if !strong {
		return ""
	}
	return first
}

// setsApart says that the mark at i stands between parts: spaces on both sides of a bar
// or dash, one behind a semicolon, slash or stop.
func setsApart(t []rune, sp span, i int) bool {
	if i == sp.s || i+1 == sp.e || !isSpace(t[i+1]) {
		return false
	}
	return t[i] == ';' || t[i] == '؛' || t[i] == '.' || t[i] == '/' || isSpace(t[i-1])
}
