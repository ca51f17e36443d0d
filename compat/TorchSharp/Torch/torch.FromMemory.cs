using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor FromScalar<T>(T scalar, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => FromSpan(new ReadOnlySpan<T>(in scalar), [], dtype, device, requires_grad);

    private static Tensor FromArray(Array rawArray, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var element = ToScalarType(rawArray.GetType().GetElementType()!);
        var dimensions = new long[rawArray.Rank];
        for (var axis = 0; axis < dimensions.Length; axis++) dimensions[axis] = rawArray.GetLongLength(axis);
        var bytes = MemoryMarshal.CreateReadOnlySpan(
            ref MemoryMarshal.GetArrayDataReference(rawArray),
            checked((int)(rawArray.LongLength * element.ElementSize())));
        return FromBytes(bytes, dimensions, element, dtype, device, requires_grad);
    }

    private static Tensor FromSpan<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var needed = 1L;
        foreach (var size in dimensions) needed *= size;
        if (needed > data.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {needed} vs. {data.Length}");
        return FromBytes(Bytes(data), dimensions, ToScalarType(typeof(T)), dtype, device, requires_grad);
    }

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> data, ReadOnlySpan<long> dimensions, ScalarType element, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var target = InitializeDevice(device);
        nint handle;
        fixed (byte* source = data)
        {
            fixed (long* sizes = dimensions)
                handle = Native.Check(Native.lt_tensor_from_memory(source, sizes, dimensions.Length, (int)element));
        }

        var tensor = new Tensor(handle, data.Length >> 10);
        if ((dtype ?? element) != element || target.type != DeviceType.CPU)
            tensor = tensor.to(dtype ?? element, target, disposeAfter: true);
        return Finish(tensor, requires_grad);
    }

    private static unsafe ReadOnlySpan<byte> Bytes<T>(ReadOnlySpan<T> data)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(data)), checked(data.Length * sizeof(T)));

    private static T[] ToArray<T>(IList<T> list) => list as T[] ?? [.. list];
}
