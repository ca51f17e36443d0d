using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>Settings for all tests cannot change once a test has run.</summary>
internal static class RunState
{
    private static string? firstRun;

    public static void Start(string test) => firstRun ??= test;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ThrowIfVerifyHasBeenRun()
    {
        if (firstRun is null)
            return;

        var method = new StackTrace(1, false).GetFrame(0)!.GetMethod()!;
        throw new Exception($"The API '{method.DeclaringType}.{method.Name}' must be called prior to any Verify has run. Usually this is done in a [ModuleInitializer]. Verify run by: {firstRun}");
    }
}
