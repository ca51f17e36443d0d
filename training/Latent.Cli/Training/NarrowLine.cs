namespace Latent.Cli;

/// <summary>Joins pieces of text to a line and leaves out the least important ones if it is too long.</summary>
internal static class NarrowLine
{
    /// <summary>
    /// Joins as many pieces as fit, at least one, in their order, separated by two spaces (one before an opening parenthesis).
    /// </summary>
    /// <param name="width">The available width, in columns.</param>
    /// <param name="pieces">The pieces with their ranks: the highest rank is left out first. Empty pieces are ignored.</param>
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
