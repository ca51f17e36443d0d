namespace Latent.Training.Models;

/// <summary>Checks the widths of hidden layers.</summary>
internal static class Widths
{
    /// <summary>What is wrong with the widths, as the end of a sentence; null where nothing is.</summary>
    public static string? FindFault(IReadOnlyList<int> hidden, bool atLeastOne = false)
    {
        var received = $"Received: [{string.Join(", ", hidden)}].";
        if (hidden.Any(width => width < 1))
            return $"must hold widths of at least 1 in hidden. {received}";
        return atLeastOne && hidden.Count == 0 ? $"must hold at least one width in hidden, such as [400]. {received}" : null;
    }
}
