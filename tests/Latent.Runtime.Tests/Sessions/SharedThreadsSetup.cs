using System.Runtime.CompilerServices;

namespace Latent.Runtime.Tests;

/// <summary>
/// Starts shared threads for the tests of this project, before any model is loaded. The tests of other projects run without them.
/// </summary>
internal static class SharedThreadsSetup
{
    public const int Threads = 2;

    [ModuleInitializer]
    public static void Start() => SharedThreads.Start(Threads);
}
