using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Library)] public static partial nint lt_generator_default();
    [LibraryImport(Library)] public static partial nint lt_generator_new(ulong seed);
    [LibraryImport(Library)] public static partial void lt_generator_free(nint generator);
    [LibraryImport(Library)] public static partial void lt_generator_seed(nint generator, long seed);
    [LibraryImport(Library)] public static partial long lt_generator_initial_seed(nint generator);
    [LibraryImport(Library)] public static partial nint lt_generator_state(nint generator);
    [LibraryImport(Library)] public static partial int lt_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)] public static partial int lt_threads();
    [LibraryImport(Library)] public static partial int lt_interop_threads();
    [LibraryImport(Library)] public static partial int lt_set_threads(int threads);
    [LibraryImport(Library)] public static partial int lt_set_interop_threads(int threads);

    [LibraryImport(Library)]
    public static partial void lt_adam(
        nint parameter, nint gradient, nint mean, nint square, nint largest,
        float beta1, float beta2, float epsilon, float stepSize, float denominatorScale, float l2, float decay, float sign);

    [LibraryImport(Library)]
    public static partial void lt_rmsprop(
        nint parameter, nint gradient, nint square, nint mean, nint velocity,
        float stepSize, float alpha, float epsilon, float l2, float momentum, float sign);

    [LibraryImport(Library)]
    public static partial void lt_sgd(
        nint parameter, nint gradient, nint velocity,
        float stepSize, float momentum, float dampening, float l2, int nesterov);
}
