namespace Latent.Cli;

/// <summary>A line of pieces that leaves out the least important ones where it is too long.</summary>
internal static class NarrowLine
{
    /// <summary>The pieces in their order, two blanks between them (one before a bracket), as many as fit; one always.</summary>
    /// <param name="width">Columns there are.</param>
    /// <param name="pieces">Each with its rank: the highest is left out first. Empty ones do not count.</param>
    public static string Fit(int width, params IEnumerable<(string Text, int Rank)> pieces)
    {
        var kept = pieces.Where(piece => piece.Text.Length > 0).ToList();
        while (kept.Count > 1 && Join(kept).Length > width)
            kept.Remove(kept.MaxBy(piece => piece.Rank));
        return Join(kept);
    }

    private static string Join(IEnumerable<(string Text, int Rank)> pieces) =>
        string.Concat(pieces.Select((piece, i) => (i == 0 ? "" : piece.Text[0] == '(' ? " " : "  ") + piece.Text));
}
