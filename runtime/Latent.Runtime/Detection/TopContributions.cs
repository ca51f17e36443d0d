namespace Latent.Runtime;

/// <summary>Finds the features that contribute most to the error of a row.</summary>
internal static class TopContributions
{
    /// <summary>Returns the features with the largest errors above 0 in descending order; ties in feature order.</summary>
    /// <param name="errors">One error per feature, 0 or more.</param>
    /// <param name="count">The maximum number of features.</param>
    /// <param name="nameOf">Returns the name of a feature.</param>
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
