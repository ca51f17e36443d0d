using System.Runtime.CompilerServices;

namespace Latent.Runtime.Tests;

/// <summary>The tests of this project run with shared threads, which have to start before any model is loaded; those of other projects run without.</summary>
internal static class SharedThreadsSetup
{
    public const int Threads = 2;

    [ModuleInitializer]
    public static void Start() => SharedThreads.Start(Threads);
}
