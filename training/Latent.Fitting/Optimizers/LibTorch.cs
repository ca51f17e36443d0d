using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// The stable C interface of libtorch (torch/csrc/stable/c/shim.h), by which any operation can be called by its name. Arguments
/// are 64-bit values: numbers by their bits, lists by a handle that the call takes over.
/// </summary>
internal static unsafe partial class LibTorch
{
    private const string Library = "torch_cpu";

    // The version of the interface: libtorch 2.10, in the two upper bytes.
    private const ulong Version = (2UL << 56) | (10UL << 48);

    /// <summary>An argument that is left out.</summary>
    public const ulong None = 0;

    /// <summary>An argument that is false.</summary>
    public const ulong False = 0;

    /// <summary>Whether the libtorch that is loaded has the interface.</summary>
    public static bool HasDispatcher { get; } =
        NativeLibrary.TryLoad(Library, typeof(LibTorch).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, "torch_call_dispatcher", out _);

    /// <summary>An argument that is a number.</summary>
    public static ulong Number(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>An argument that is a list of tensors.</summary>
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
    /// <param name="operation">Its name, with its namespace.</param>
    /// <param name="arguments">All of its arguments, in their order.</param>
    /// <exception cref="ExternalException">The operation failed.</exception>
    public static void Call(ReadOnlySpan<byte> operation, ulong* arguments)
    {
        // Literals in UTF-8 end with a zero.
        fixed (byte* name = operation, overload = "\0"u8)
            Check(CallDispatcher(name, overload, arguments, Version));
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new ExternalException("libtorch could not run an operation of the optimizer; its message is on the standard error stream.", result);
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
