using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// The stable C interface of LibTorch (torch/csrc/stable/c/shim.h), which can call any operation by name. Arguments are
/// 64-bit values: numbers by their bits, lists by a handle that the call takes ownership of.
/// </summary>
internal static unsafe partial class LibTorch
{
    private const string Library = "torch_cpu";

    // The version of the interface: LibTorch 2.10, in the two upper bytes.
    private const ulong Version = (2UL << 56) | (10UL << 48);

    /// <summary>The argument for an absent value.</summary>
    public const ulong None = 0;

    /// <summary>The argument for false.</summary>
    public const ulong False = 0;

    /// <summary>Whether the loaded LibTorch has the interface.</summary>
    public static bool HasDispatcher { get; } =
        NativeLibrary.TryLoad(Library, typeof(LibTorch).Assembly, null, out var library)
            && NativeLibrary.TryGetExport(library, "torch_call_dispatcher", out _);

    /// <summary>Creates the argument for a number.</summary>
    public static ulong Number(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>Creates the argument for a list of tensors.</summary>
    public static ulong ListOf(IEnumerable<Tensor> tensors)
    {
        Check(NewList(0, out var list));
        foreach (var tensor in tensors)
        {
            Check(NewHandle(tensor.Handle, out var handle));
            GC.KeepAlive(tensor);
            Check(Append(list, (ulong)handle));
        }

        return (ulong)list;
    }

    /// <summary>Calls an operation that returns nothing.</summary>
    /// <param name="operation">The name of the operation, with its namespace.</param>
    /// <param name="arguments">All arguments of the operation, in order.</param>
    /// <exception cref="ExternalException">The operation failed.</exception>
    public static void Call(ReadOnlySpan<byte> operation, ulong* arguments)
    {
        // UTF-8 literals are null-terminated.
        fixed (byte* name = operation, overload = "\0"u8)
            Check(CallDispatcher(name, overload, arguments, Version));
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new ExternalException(
                "libtorch could not run an operation of the optimizer; its message is on the standard error stream.",
                result);
    }

    [LibraryImport(Library, EntryPoint = "torch_new_list_reserve_size")]
    private static partial int NewList(nuint size, out nint list);

    [LibraryImport(Library, EntryPoint = "torch_list_push_back")]
    private static partial int Append(nint list, ulong value);

    [LibraryImport(Library, EntryPoint = "aoti_torch_new_tensor_handle")]
    private static partial int NewHandle(nint tensor, out nint handle);

    [LibraryImport(Library, EntryPoint = "torch_call_dispatcher")]
    private static partial int CallDispatcher(byte* operation, byte* overload, ulong* arguments, ulong version);
}
