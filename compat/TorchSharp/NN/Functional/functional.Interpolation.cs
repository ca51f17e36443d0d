using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private const int Sides = 2;

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Aten.pixel_unshuffle.Call(input, downscale_factor);

            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (antialias) throw new NotSupportedException("interpolate with antialias is not part of this stand-in.");
                if (size is null == scale_factor is null) throw new ArgumentException("only one of size or scale_factor should be defined");
                var axes = (int)x.ndim - 2;
                if (scale_factor is not null && scale_factor.Length != axes)
                    throw new ExternalException($"scale_factor shape must match input shape. Input is {axes}D, scale_factor size is [{string.Join(", ", scale_factor)}]");
                var (sizes, scales) = recompute_scale_factor && scale_factor is not null
                    ? ([.. scale_factor.Select((scale, axis) => Scaled(x, axis, scale))], null)
                    : (size, scale_factor);
                return mode == InterpolationMode.Nearest
                    ? Nearest(axes).Call(x, sizes, axes == Sides ? scales?.Select((scale, axis) => Exact(x, axis, scale)).ToArray() : scales)
                    : Smooth(mode, axes).Call(x, sizes, align_corners ?? false, scales);
            }

            private static long Scaled(Tensor x, int axis, double scale) => (long)Math.Floor(x.shape[axis + 2] * scale);

            // LibTorch 2.10 goes by the extents, not by the scale, along a side of a picture that it keeps or doubles.
            private static double Exact(Tensor x, int axis, double scale) =>
                (Scaled(x, axis, scale) - x.shape[axis + 2]) switch
                {
                    0 => 1,
                    var more when more == x.shape[axis + 2] => 2,
                    _ => scale,
                };

            private static Op Nearest(int axes) => axes switch
            {
                1 => Aten.upsample_nearest1d_vec,
                2 => Aten.upsample_nearest2d_vec,
                _ => Aten.upsample_nearest3d_vec,
            };

            private static Op Smooth(InterpolationMode mode, int axes) => (mode, axes) switch
            {
                (InterpolationMode.Linear, 1) => Aten.upsample_linear1d_vec,
                (InterpolationMode.Bilinear, 2) => Aten.upsample_bilinear2d_vec,
                (InterpolationMode.Bicubic, 2) => Aten.upsample_bicubic2d_vec,
                (InterpolationMode.Trilinear, 3) => Aten.upsample_trilinear3d_vec,
                _ => throw new NotSupportedException($"interpolate in mode {mode} over {axes} dimensions is not part of this stand-in."),
            };
        }
    }
}
