namespace Latent.Molecules;

/// <summary>Parses a bracket atom: isotope, symbol, chirality, hydrogens, charge, class.</summary>
internal ref struct BracketAtom
{
    private const int MaxDigits = 9;

    private static readonly string[] Aromatic = ["se", "as", "si", "te", "b", "c", "n", "o", "p", "s"];
    private static readonly string[] Chirality = ["@TH", "@AL", "@SQ", "@BP", "@OH"];

    private readonly ReadOnlySpan<char> text;
    private readonly int position;
    private int index;

    private BracketAtom(SmilesToken token)
    {
        text = token.Text.AsSpan(1, token.Text.Length - 2);
        position = token.Position;
    }

    /// <summary>Parses a bracket token; the verdict states the fault if it is invalid.</summary>
    public static (MoleculeAtom Atom, SmilesVerdict Verdict) Read(SmilesToken token) => new BracketAtom(token).Read();

    private (MoleculeAtom, SmilesVerdict) Read()
    {
        var isotope = Number() ?? 0;
        if (Element() is not var (number, isAromatic))
            return (default, Fault("no element has this symbol"));
        SkipChirality();
        var hydrogens = Take('H') ? Number() ?? 1 : 0;
        var charge = Charge();
        if (Take(':') && Number() is null)
            return (default, Fault("a colon in brackets must be followed by a number"));
        if (index < text.Length)
            return (default, Fault($"'{text[index]}' is not allowed here in brackets"));
        return (new(number, isAromatic, position)
        {
            IsBracketed = true,
            Hydrogens = hydrogens,
            Charge = charge,
            Isotope = isotope
        }, SmilesVerdict.Valid);
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
            if (index + length <= text.Length && Elements.NumberOf(text.Slice(index, length).ToString()) is { } number)
            {
                index += length;
                return (number, false);
            }
        }
        return null;
    }

    private void SkipChirality()
    {
        foreach (var name in Chirality)
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
        var start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]) && index - start < MaxDigits)
            index++;
        return index > start ? int.Parse(text[start..index]) : null;
    }

    private bool Take(char character)
    {
        var isThere = index < text.Length && text[index] == character;
        index += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeText(string expected)
    {
        var isThere = text[index..].StartsWith(expected, StringComparison.Ordinal);
        index += isThere ? expected.Length : 0;
        return isThere;
    }

    private readonly SmilesVerdict Fault(string reason) => new(SmilesFault.Token, position + 1 + index, reason);
}
