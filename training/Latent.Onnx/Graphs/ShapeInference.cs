namespace Latent.Onnx;

/// <summary>Infers the shapes of results that follow no simple rule.</summary>
internal static class ShapeInference
{
    /// <summary>The result shape of a Reshape; -1 becomes the symbolic dimension, or is inferred from the fixed ones.</summary>
    public static Shape Reshape(Shape from, long[] to)
    {
        if (to.Count(extent => extent == -1) > 1)
            throw new ExportException($"Reshape of {from} to [{string.Join(", ", to)}] has more than one -1.");

        var symbolic = from.Where(dim => dim.Symbol is not null).ToArray();
        var known = from.Aggregate(1L, (product, dim) => product * (dim.Extent ?? 1));
        var asked = to.Where(extent => extent != -1).Aggregate(1L, (product, extent) => product * extent);
        var remainder = Remainder(from, to, symbolic, known, asked);
        return new Shape([.. to.Select(extent => extent == -1 ? remainder : extent)]);
    }

    /// <summary>The extent of a dimension after a Slice.</summary>
    public static Dim Slice(Shape from, int axis, long start, long end)
    {
        if (from[axis].Extent is not { } extent)
            throw new ExportException(
                $"Slice cannot cut the symbolic dimension {from[axis]} of {from}. Expected a fixed extent in dimension {axis}.");
        return Math.Max(0, Clip(end, extent) - Clip(start, extent));
    }

    /// <summary>The result shape of an Einsum.</summary>
    public static Shape Einsum(string equation, Shape[] operands)
    {
        var sides = equation.Replace(" ", "", StringComparison.Ordinal).Split("->");
        var terms = sides[0].Split(',');
        if (
            sides.Length != 2 || terms.Length != operands.Length
                || !sides.All(side => side.All(letter => letter == ',' || char.IsAsciiLetter(letter))))
            throw new ExportException(
                $"Einsum cannot read '{equation}' for {operands.Length} operands. " +
                "Expected a term of letters for each, commas between them, and the result after an arrow: 'bij,bjk->bik'.");

        var extents = new Dictionary<char, Dim>();
        foreach (var (term, shape) in terms.Zip(operands))
            Read(equation, term, shape, extents);
        return new Shape([.. sides[1].Select(letter => extents.TryGetValue(letter, out var dim)
            ? dim
            : throw new ExportException($"Einsum '{equation}' yields '{letter}', which no operand has."))]);
    }

    private static void Read(string equation, string term, Shape shape, Dictionary<char, Dim> extents)
    {
        if (term.Length != shape.Count)
            throw new ExportException($"Einsum '{equation}' reads '{term}' from {shape}. Expected {term.Length} dimensions.");
        foreach (var (letter, dim) in term.Zip(shape))
        {
            if (extents.TryAdd(letter, dim) || extents[letter] == dim)
                continue;
            throw new ExportException(
                $"Einsum '{equation}' has {extents[letter]} and {dim} for '{letter}'. Expected one extent for a letter.");
        }
    }

    private static long Clip(long position, long extent) => Math.Clamp(position < 0 ? position + extent : position, 0, extent);

    private static Dim Remainder(Shape from, long[] to, Dim[] symbolic, long known, long asked)
    {
        var fits = symbolic.Length switch
        {
            0 => to.Contains(-1) ? asked > 0 && known % asked == 0 : known == asked,
            1 => to.Contains(-1) && known == asked,
            _ => false,
        };
        if (!fits)
            throw new ExportException(
                $"Reshape cannot turn {from} into [{string.Join(", ", to)}]. " +
                "Expected as many elements on both sides, and -1 where the symbolic dimension goes.");
        return symbolic.Length == 1 ? symbolic[0] : known / Math.Max(1, asked);
    }
}
