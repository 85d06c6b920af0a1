package sentence

// Length, in runes, of the longest label of a picture, and of the longest line with one.
const (
	maxPhotoLabel = 30
	maxPhotoLine  = 500
)

// photoLabel returns where the caption begins in a line of running text that is a picture's
// caption with its label, "Photo: The minister leaves. (Agency)"; sp.s where it is none.
// The line's bracket, if it stands in one, goes with the label.
func photoLabel(t []rune, sp span) int {
	if sp.e-sp.s > maxPhotoLine || closesEarly(t, sp) {
		return sp.s
	}
	from := sp.s
	for from < sp.e && flags(t[from])&(fBracket|fBullet|fSpace|fMark) != 0 {
		from++
	}
	for i := from; i < min(sp.e, from+maxPhotoLabel); i++ {
		if t[i] != ':' && t[i] != '：' {
			continue
		}
		if !photoLabels[foldString(string(t[from:i]))] || !hasWord(t, span{i, sp.e}) {
			return sp.s
		}
		for i++; i < sp.e && flags(t[i])&(fSpace|fMark) != 0; i++ {
		}
		return i
	}
	return sp.s
}

// closesEarly says that the bracket which opens a line is closed before the line's end: a
// credit that has lost its line break, "(Photo: Agency) The minister left."
func closesEarly(t []rune, sp span) bool {
	if flags(t[sp.s])&fBracket == 0 {
		return false
	}
	depth := 0
	for i := sp.s; i < sp.e-1; i++ {
		switch f := flags(t[i]); {
		case f&fBracket != 0:
			depth++
		case f&fUnbrack != 0:
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

// unbracket leaves out the bracket at a caption's end that closes the one its line opens with.
func unbracket(t []rune, line, caption span) span {
	if flags(t[line.s])&fBracket != 0 && flags(t[caption.e-1])&fUnbrack != 0 {
		caption.e--
	}
	return trim(t, caption)
}

// photoLabels are what stands before the colon.
var photoLabels = foldSet("photo|photos|picture|pictured|pictures|image|images|file photo|caption|photo caption|in the photo|" +
	"foto|fotoğraf|fotoğrafta|arşiv fotoğrafı|fotoğraf altı|légende|photo d'archives|photo d'illustration|sur la photo|image d'archives|" +
	"fotografía|imagen|foto de archivo|pie de foto|en la foto|en la imagen|" +
	"عکس|تصویر|عکس آرشیوی|شرح عکس|زیرنویس عکس|در عکس|صورة|الصورة|في الصورة|صورة أرشيفية|تعليق الصورة|" +
	"תמונה|בתמונה|בצילום|תמונת ארכיון|انځور|عکس|په انځور کې|تصویر|فوٹو|فائل فوٹو|تصویر میں|" +
	"фото|на фото|фотография|на фотографии|снимок|на снимке|фото из архива|архивное фото|світлина|на світлині|знімок|на знімку|архівне фото|" +
	"图|图片|资料图|图说|图片说明")
