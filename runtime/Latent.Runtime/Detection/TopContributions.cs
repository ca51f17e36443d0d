namespace Latent.Runtime;

/// <summary>Finds the features that carry most of the error of a row.</summary>
internal static class TopContributions
{
    /// <summary>The largest errors above 0, the largest first; of equal ones the earlier.</summary>
    /// <param name="errors">One error a feature, 0 or more.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="nameOf">Names a feature.</param>
    public static FeatureContribution[] Find(ReadOnlySpan<float> errors, int count, Func<int, string> nameOf)
    {
        var total = 0.0;
        foreach (var error in errors)
            total += error;

        var positions = new int[Math.Min(count, errors.Length)];
        var found = 0;
        while (found < positions.Length && Next(errors, positions.AsSpan(0, found)) is var position and >= 0)
            positions[found++] = position;

        var contributions = new FeatureContribution[found];
        for (var i = 0; i < found; i++)
            contributions[i] = new(positions[i], nameOf(positions[i]), errors[positions[i]] / total);
        return contributions;
    }

    private static int Next(ReadOnlySpan<float> errors, ReadOnlySpan<int> taken)
    {
        var (best, largest) = (-1, 0f);
        for (var i = 0; i < errors.Length; i++)
        {
            if (errors[i] > largest && !taken.Contains(i))
                (best, largest) = (i, errors[i]);
        }
        return best;
    }
}
