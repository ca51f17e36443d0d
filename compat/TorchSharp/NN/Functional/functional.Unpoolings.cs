using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                long[] size = [1, .. Unpooled(input, [kernel_size], stride is { } step ? [step] : null, padding is { } edge ? [edge] : null, output_size)];
                using var values = input.unsqueeze(-2);
                using var places = indices.unsqueeze(-2);
                using var result = Aten.max_unpool2d.Call(values, places, size);
                return result.squeeze(-2);
            }

            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.max_unpool2d.Call(input, indices, Unpooled(input, kernel_size, stride, padding, output_size));

            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.max_unpool3d.Call(
                    input,
                    indices,
                    Unpooled(input, kernel_size, stride, padding, output_size),
                    Steps(kernel_size, stride, padding),
                    padding ?? new long[kernel_size.Length]);

            private static long[] Unpooled(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? size)
            {
                // The genuine package loses a size that it is given on its way to LibTorch, and this is what LibTorch says.
                if (size?.Length > 0)
                    throw new ExternalException($"output_size should be a sequence containing {kernel.Length} or {kernel.Length + 2} elements, but it has a length of '0'");

                var steps = Steps(kernel, stride, padding);
                var positions = input.shape[^kernel.Length..];
                return [.. kernel.Select((side, axis) => ((positions[axis] - 1) * steps[axis]) + side - (2 * (padding?[axis] ?? 0)))];
            }

            // The genuine package passes a stride on only beside a padding, and ends the process where there is a padding without a stride.
            private static long[] Steps(long[] kernel, long[]? stride, long[]? padding) =>
                padding is null ? kernel : stride ?? throw new ExternalException($"Expected {kernel.Length} values, but instead got 0");
        }
    }
}
