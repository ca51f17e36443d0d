using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static long seed() => random.seed();

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    public static partial class random
    {
        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    /// <summary>A stream of random numbers on the CPU.</summary>
    public class Generator : IDisposable
    {
        public Generator(ulong seed = 0, Device? device = null)
            : this(Native.lt_generator_new(seed))
        {
            this.device = device ?? CPU;
        }

        internal Generator(nint nativeHandle)
        {
            Handle = nativeHandle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        public static Generator Default => new(Native.lt_generator_default());

        public nint Handle { get; private set; }

        public Device device { get; private set; }

        public Tensor get_state() => new(Native.Check(Native.lt_generator_state(Handle)));

        public void set_state(Tensor value) => Native.Check(Native.lt_generator_set_state(Handle, value.Handle));

        public Generator manual_seed(long seed)
        {
            Native.lt_generator_seed(Handle, seed);
            return this;
        }

        public long seed()
        {
            var seed = DateTime.UtcNow.Ticks;
            manual_seed(seed);
            return seed;
        }

        public long initial_seed() => Native.lt_generator_initial_seed(Handle);

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle == 0) return;
            Native.lt_generator_free(Handle);
            Handle = 0;
        }
    }
}
