using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle on a LibTorch tensor. It is owned: disposing or finalizing it gives the native memory back.</summary>
    public partial class Tensor : IDisposable
    {
        internal nint handle;

        private static long totalCount;
        private static long peakCount;
        private readonly int kibibytes;

        internal Tensor(nint handle, int kibibytes = 0, bool register = true)
        {
            this.handle = handle;
            this.kibibytes = kibibytes;
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount) peakCount = count;
            if (kibibytes > 0) MemoryPressure.Add(kibibytes);
            if (register) OwningDisposeScope = DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => Volatile.Read(ref totalCount);

        public static long PeakCount => Volatile.Read(ref peakCount);

        public string? name { get; set; }

        public bool IsInvalid => handle == 0;

        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int Kibibytes => kibibytes;

        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope) scope.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        public nint DecoupleFromNativeHandle()
        {
            var decoupled = Handle;
            Forget();
            GC.SuppressFinalize(this);
            return decoupled;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public bool Equals(Tensor target) => target is not null && Aten.equal.CallScalar(this, target).ToBoolean();

        public override int GetHashCode() => base.GetHashCode();

        /// <summary>Takes the native tensor out of this wrapper, which becomes invalid.</summary>
        internal nint MoveHandle()
        {
            var moved = Handle;
            Forget();
            return moved;
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0) return;
            OwningDisposeScope?.MarkAsDisposed(this);
            Native.lt_tensor_free(handle);
            Forget();
        }

        private void Forget()
        {
            handle = 0;
            Interlocked.Decrement(ref totalCount);
            if (kibibytes > 0) MemoryPressure.Remove(kibibytes);
        }
    }
}
