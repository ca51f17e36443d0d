namespace Latent.Runtime;

/// <summary>Finds the features that carry most of the error of a row.</summary>
internal static class LargestErrors
{
    /// <summary>The largest errors above 0, the largest first; of equal ones the earlier.</summary>
    /// <param name="errors">One error a feature, 0 or more.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="nameOf">Names a feature.</param>
    public static Cause[] Find(ReadOnlySpan<float> errors, int count, Func<int, string> nameOf)
    {
        var total = 0.0;
        foreach (var error in errors)
            total += error;

        var places = new int[Math.Min(count, errors.Length)];
        var found = 0;
        while (found < places.Length && Next(errors, places.AsSpan(0, found)) is var place and >= 0)
            places[found++] = place;

        var causes = new Cause[found];
        for (var i = 0; i < found; i++)
            causes[i] = new(places[i], nameOf(places[i]), errors[places[i]] / total);
        return causes;
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
