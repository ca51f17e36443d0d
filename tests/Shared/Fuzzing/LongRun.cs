namespace Latent.Tests.Fuzzing;

/// <summary>The long test run, requested by LATENT_LONG_TESTS=1: some minutes instead of seconds.</summary>
public static class LongRun
{
    private const int Factor = 10;

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("LATENT_LONG_TESTS") == "1";

    /// <summary>Returns the number of cases to run: ten times as many in a long run.</summary>
    public static int Cases(int count) => IsAsked ? Factor * count : count;
}
