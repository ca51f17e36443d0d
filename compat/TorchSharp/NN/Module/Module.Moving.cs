using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(dtype, InitializeDevice(device), non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, InitializeDevice(new Device(deviceType, deviceIndex)), non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                var type = Target(dtype, buffer);
                result = null;
                if (!buffer.toWillCopy(type, device ?? buffer.device)) return false;
                result = buffer.to(type, device ?? buffer.device, disposeAfter: true).DetachFromDisposeScope();
                return true;
            }

            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                var type = Target(dtype, param);
                p = null;
                if (!param.toWillCopy(type, device ?? param.device)) return false;

                using var frozen = no_grad();
                p = new Parameter(param.to(type, device ?? param.device), param.requires_grad);
                p.DetachFromDisposeScope();
                using var gradient = param.grad;
                if (gradient is not null)
                {
                    using var moved = gradient.to(type, device ?? param.device);
                    p.grad = moved;
                }

                return true;
            }

            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A model's own members are kept with its code.")]
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null) child._to(dtype!.Value, non_blocking);
                    else if (dtype is null) child._to(device.type, device.index, non_blocking);
                    else child._to(device, dtype.Value, non_blocking);
                }

                foreach (var (key, parameter) in named_parameters(false).ToList())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out var moved)) continue;
                    Assign(key, moved!, () => ConditionallyRegisterParameter(key, moved));
                    parameter.Dispose();
                }

                foreach (var (key, buffer) in named_buffers(false).ToList())
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var moved)) Assign(key, moved!, () => ConditionallyRegisterBuffer(key, moved));
                }

                if (device is null) return;
                _deviceType = device.type;
                _deviceIndex = device.index;
            }

            private static ScalarType Target(ScalarType? wanted, Tensor tensor) =>
                wanted is { } type && (tensor.is_floating_point() || tensor.is_complex()) ? type : tensor.dtype;

            private static void CheckFloating(ScalarType dtype)
            {
                if (!is_floating_point(dtype) && !is_complex(dtype))
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }

            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A model's own members are kept with its code.")]
            private void Assign(string key, Tensor moved, Action register)
            {
                const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance;
                if (GetType().GetProperty(key, Visible) is { CanWrite: true } property)
                {
                    property.SetValue(this, moved);
                    return;
                }

                register();
                Fields(GetType()).FirstOrDefault(field => field.ComponentName() == key)?.SetValue(this, moved);
            }
        }
    }
}
