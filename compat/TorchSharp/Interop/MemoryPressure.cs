namespace TorchSharp.Interop;

/// <summary>
/// The garbage collector sees a tensor as a few bytes. This counts what the wrappers hold in native memory
/// and collects when that has doubled since the last time, so that code without dispose scopes stays bounded too.
/// </summary>
internal static class MemoryPressure
{
    private const long FloorKibibytes = 512 * 1024;
    private static readonly Lock Gate = new();
    private static long held;
    private static long limit = FloorKibibytes;

    public static void Add(int kibibytes)
    {
        if (Interlocked.Add(ref held, kibibytes) > Volatile.Read(ref limit)) Collect();
    }

    public static void Remove(int kibibytes) => Interlocked.Add(ref held, -kibibytes);

    private static void Collect()
    {
        if (!Gate.TryEnter()) return;
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Volatile.Write(ref limit, Math.Max(FloorKibibytes, 2 * Volatile.Read(ref held)));
        }
        finally
        {
            Gate.Exit();
        }
    }
}
