namespace Latent.Tests.Fuzzing;

/// <summary>Whether the long test run is asked for: LATENT_LONG_TESTS=1, some minutes instead of seconds.</summary>
public static class LongRun
{
    private const int Factor = 10;

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("LATENT_LONG_TESTS") == "1";

    /// <summary>So many cases, ten times as many in a long run.</summary>
    public static int Cases(int count) => IsAsked ? Factor * count : count;
}
