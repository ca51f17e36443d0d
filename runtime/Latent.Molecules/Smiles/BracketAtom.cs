namespace Latent.Molecules;

/// <summary>Reads what stands in the brackets of an atom: isotope, symbol, handedness, hydrogens, charge, class.</summary>
internal ref struct BracketAtom
{
    private const int MaxDigits = 9;

    private static readonly string[] Aromatic = ["se", "as", "si", "te", "b", "c", "n", "o", "p", "s"];
    private static readonly string[] Handedness = ["@TH", "@AL", "@SQ", "@BP", "@OH"];

    private readonly ReadOnlySpan<char> text;
    private readonly int position;
    private int place;

    private BracketAtom(SmilesToken token)
    {
        text = token.Text.AsSpan(1, token.Text.Length - 2);
        position = token.Position;
    }

    /// <summary>The atom of a bracket token, or what is wrong with it.</summary>
    public static (MoleculeAtom Atom, SmilesVerdict Verdict) Read(SmilesToken token) => new BracketAtom(token).Read();

    private (MoleculeAtom, SmilesVerdict) Read()
    {
        var isotope = Number() ?? 0;
        if (Element() is not var (number, isAromatic))
            return (default, Fault("there is no element of this symbol"));
        SkipHandedness();
        var hydrogens = Take('H') ? Number() ?? 1 : 0;
        var charge = Charge();
        if (Take(':') && Number() is null)
            return (default, Fault("a colon in brackets is followed by a number"));
        if (place < text.Length)
            return (default, Fault($"'{text[place]}' has no place here in brackets"));
        return (new(number, isAromatic, position) { IsBracketed = true, Hydrogens = hydrogens, Charge = charge, Isotope = isotope }, SmilesVerdict.Valid);
    }

    private (int Number, bool IsAromatic)? Element()
    {
        if (Take('#'))
            return Number() is { } number && number <= Elements.Last ? (number, false) : null;
        foreach (var symbol in Aromatic)
        {
            if (TakeText(symbol))
                return (Elements.NumberOf($"{char.ToUpperInvariant(symbol[0])}{symbol[1..]}")!.Value, true);
        }
        for (var length = 2; length >= 1; length--)
        {
            if (place + length <= text.Length && Elements.NumberOf(text.Slice(place, length).ToString()) is { } number)
            {
                place += length;
                return (number, false);
            }
        }
        return null;
    }

    private void SkipHandedness()
    {
        foreach (var name in Handedness)
        {
            if (TakeText(name))
            {
                Number();
                return;
            }
        }
        if (Take('@'))
            Take('@');
    }

    private int Charge()
    {
        var sign = Take('+') ? 1 : Take('-') ? -1 : 0;
        if (sign == 0)
            return 0;
        return sign * (Take(sign > 0 ? '+' : '-') ? 2 : Number() ?? 1);
    }

    private int? Number()
    {
        var start = place;
        while (place < text.Length && char.IsAsciiDigit(text[place]) && place - start < MaxDigits)
            place++;
        return place > start ? int.Parse(text[start..place]) : null;
    }

    private bool Take(char character)
    {
        var isThere = place < text.Length && text[place] == character;
        place += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeText(string expected)
    {
        var isThere = text[place..].StartsWith(expected, StringComparison.Ordinal);
        place += isThere ? expected.Length : 0;
        return isThere;
    }

    private readonly SmilesVerdict Fault(string reason) => new(SmilesFault.Token, position + 1 + place, reason);
}
