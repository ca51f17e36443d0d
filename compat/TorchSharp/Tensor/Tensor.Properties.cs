using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Native.lt_tensor_dim(Handle);

        public long ndim => Dimensions;

        public long NumberOfElements => Native.lt_tensor_numel(Handle);

        public long ElementSize => Native.lt_tensor_element_size(Handle);

        public ScalarType dtype => (ScalarType)Native.lt_tensor_dtype(Handle);

        public Device device => device_type == DeviceType.CPU ? new Device(DeviceType.CPU) : new Device(device_type, device_index);

        public DeviceType device_type => (DeviceType)Native.lt_tensor_device_type(Handle);

        public int device_index => Native.lt_tensor_device_index(Handle);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Native.lt_tensor_is_sparse(Handle) != 0;

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* target = sizes) Native.lt_tensor_sizes(Handle, target);
                return sizes;
            }
        }

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long[] size() => shape;

        public long size(int dim) => shape[Wrap(dim)];

        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* target = strides) Native.lt_tensor_strides(Handle, target);
            return strides;
        }

        public long stride(int dim) => stride()[Wrap(dim)];

        public long storage_offset() => Native.lt_tensor_storage_offset(Handle);

        public bool is_contiguous() => Native.lt_tensor_is_contiguous(Handle) != 0;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_nonzero() => Aten.is_nonzero.CallScalar(this).ToBoolean();

        internal bool toWillCopy(ScalarType type, Device target) =>
            dtype != type || device_type != target.type || (target.type != DeviceType.CPU && device_index != target.index);

        private long Wrap(int dim)
        {
            var rank = Dimensions;
            if (dim < -rank || dim >= rank)
                throw new System.Runtime.InteropServices.ExternalException(
                    $"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})");
            return dim < 0 ? dim + rank : dim;
        }
    }
}
