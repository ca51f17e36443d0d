using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor's own memory as bytes. Only for contiguous tensors on the CPU; valid as long as the tensor is.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                var length = NumberOfElements * ElementSize;
                CheckReadable(length);
                return new Span<byte>(DataPointer, (int)length);
            }

            set
            {
                var target = bytes;
                if (target.Length != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(target);
            }
        }

        internal unsafe void* DataPointer => NumberOfElements == 0 ? null : (void*)Native.Check(Native.lt_tensor_data(Handle));

        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(this);
        }

        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            return data<T>()[0];
        }

        public Scalar ToScalar() => Aten.item.CallScalar(this);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public T ReadCpuValue<T>(long i)
            where T : unmanaged => new TensorAccessor<T>(this)[i];

        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            CheckReadable(0);
            var length = NumberOfElements * ElementSize;
            var source = (byte*)DataPointer;
            for (long at = 0; at < length; at += 1 << 20)
                stream.Write(new ReadOnlySpan<byte>(source + at, (int)Math.Min(1 << 20, length - at)));
        }

        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            CheckReadable(0);
            var length = NumberOfElements * ElementSize;
            var target = (byte*)DataPointer;
            for (long at = 0; at < length; at += 1 << 20)
                stream.ReadExactly(new Span<byte>(target + at, (int)Math.Min(1 << 20, length - at)));
        }

        internal void ValidateType(Type dotnetType)
        {
            if (ToScalarType(dotnetType) != dtype)
                throw new ArgumentException($"{dotnetType.Name} is not compatible with {dtype}");
        }

        private void CheckReadable(long length)
        {
            if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (length > int.MaxValue) throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }
    }
}
