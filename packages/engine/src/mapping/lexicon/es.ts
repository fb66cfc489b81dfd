import type { Terms } from './units.ts';

export const es: Terms = {
  'first-name': 'nombre de pila, primer nombre, nombres, nombre propio',
  'middle-name': 'segundo nombre, otros nombres, nombre intermedio',
  'last-name': 'apellido, apellidos, primer apellido, apellido paterno',
  'full-name':
    'nombre completo, nombre y apellidos, nombre y apellido, apellidos y nombre, nombre para mostrar, nombre mostrado, nombre a mostrar',
  'contact-name':
    'persona de contacto, nombre de contacto, nombre del contacto, contacto principal, a la atención de, persona contacto, atención',
  salutation:
    'tratamiento, saludo, título de cortesía, prefijo, tratamiento de cortesía, prefijo del nombre',
  'name-suffix': 'sufijo, segundo apellido, apellido materno',
  initials: 'iniciales',
  nickname: 'apodo, alias, sobrenombre, nombre corto',
  'user-name': 'nombre de usuario, usuario de acceso',
  gender: 'sexo, género',
  'birth-date':
    'fecha de nacimiento, cumpleaños, fecha nacimiento, nacido, fec nac, f nacimiento, nacido el',
  'national-id':
    'dni, nie, documento de identidad, documento nacional, cédula, curp, número de seguridad social, dni/nie, cédula de identidad, nº documento, pasaporte, número de documento, identificación personal, num documento, documento, seguridad social',
  'job-title':
    'cargo, puesto, función, puesto de trabajo, posición, rol, título profesional, título del puesto',
  department: 'departamento, área, división, equipo, sección',
  company:
    'empresa, compañía, organización, sociedad, negocio, entidad, institución, empleador, asociación',
  'company-name':
    'razón social, nombre de la empresa, nombre empresa, nombre fiscal, nombre comercial, denominación social, nombre de la compañía, denominación, nombre de la cuenta, nombre de empresa, nombre de la organización, nombre legal',
  'org-number':
    'número de empresa, número de registro, registro mercantil, número de registro mercantil, número de organización',
  'vat-number':
    'nif-iva, nif iva, número de iva, iva intracomunitario, vat, número iva, nif intracomunitario, número de identificación del iva, cif intracomunitario, nº iva, nº iva intracomunitario',
  'tax-number':
    'nif, cif, cif/nif, nif/cif, rfc, rut, cuit, identificación fiscal, número de identificación fiscal, id fiscal, ruc, número fiscal, nif/cif/dni, número de identificación tributaria, nit, cif/dni, código fiscal, identificador fiscal, cif nif, nº identificación fiscal, nif o cif, dni/cif, dni/nif',
  industry:
    'sector, industria, actividad, ramo, sector de actividad, actividad económica, giro, rubro',
  'employee-count':
    'número de empleados, empleados, nº empleados, nº de empleados, tamaño de la empresa, trabajadores, número de trabajadores, plantilla, cantidad de empleados, tamaño empresa, num empleados, nº trabajadores',
  employee: 'empleado',
  revenue:
    'facturación anual, ingresos, ingresos anuales, ventas anuales, volumen de negocio, cifra de negocios, volumen de ventas, volumen de facturación',
  'legal-form': 'forma jurídica, tipo de sociedad',
  founded: 'año de fundación, fecha de fundación, fundada, fecha de constitución',
  email:
    'correo electrónico, correo, e-mail, email, dirección de correo, dirección de correo electrónico, mail, correo-e, dirección de email, dirección email, direccion e-mail, correos, cuenta de correo',
  phone:
    'teléfono, tel, tlf, número de teléfono, teléfono fijo, tfno, telf, tfn, nº teléfono, fijo, num teléfono, telefonos, nº de teléfono, tfno fijo',
  mobile:
    'móvil, teléfono móvil, celular, teléfono celular, tel móvil, número de móvil, nº móvil, número móvil, número de celular, tlf móvil, cel, tel celular',
  fax: 'fax, número de fax, telefax, nº fax',
  pager: 'télex, buscapersonas, localizador',
  website:
    'sitio web, página web, web, url, dirección web, página, internet, www, dominio, sitio, pagina de internet, nombre de dominio',
  url: 'enlace',
  'social-profile': 'linkedin, perfil de linkedin, facebook, redes sociales, perfil linkedin',
  address:
    'dirección, domicilio, direccion, adr, direcciones, dir, señas, domicilio fiscal, dirección fiscal, domicilio social',
  'full-address': 'dirección completa, domicilio completo',
  street:
    'calle, calle y número, vía, nombre de la calle, dirección postal calle, nombre de la vía, calle/número, calle y nº',
  'house-number':
    'número de calle, número exterior, número de portal, portal, nº portal, número de casa, núm exterior',
  'address-line-2':
    'piso, puerta, apartamento, complemento, dirección adicional, número interior, escalera, complemento de dirección, edificio, núm interior, planta, datos adicionales dirección',
  'care-of': 'a cargo de',
  'po-box': 'apartado de correos, apartado postal, apdo, apartado, apdo correos, casilla de correo',
  'postal-code':
    'código postal, cp, c.p., cód. postal, codigopostal, zip, c postal, código zip, cod postal, cpostal, código de correo',
  post: 'postal',
  city: 'ciudad, población, localidad, municipio, poblacion, villa, ciudad/localidad',
  'postal-place': 'cp y población, cp población, código postal y población',
  district: 'barrio, distrito, colonia',
  region:
    'provincia, región, comunidad autónoma, estado/provincia, departamento región, provincia/estado, provincia/región, estado/región, comunidad',
  country: 'país, país/región, nombre del país',
  'country-code':
    'código de país, código país, cód país, código iso país, país código, código del país',
  coordinates: 'latitud, longitud, coordenadas',
  'time-zone': 'zona horaria, huso horario',
  'customer-number':
    'número de cliente, nº cliente, código de cliente, código cliente, id cliente, cód cliente, id de cliente, nº de cliente, num cliente, número cliente, referencia cliente, cód. cliente, número de socio, nº socio, número de cuenta cliente, código del cliente, clave cliente, clave de cliente, número de miembro, código de socio, referencia de cliente',
  'supplier-number':
    'código proveedor, número de proveedor, id proveedor, nº proveedor, código de proveedor',
  'record-id':
    'id de registro, identificador único, id interno, id empresa, id contacto, identificador interno, id de contacto, id de la empresa, id de registro externo, número de registro interno, id externo, identificador externo, código externo',
  id: 'id, identificador, clave, identificación',
  number: 'número, núm, nº, nro, num, no',
  code: 'código, cód, cod',
  name: 'nombre, denominación nombre',
  date: 'fecha, día',
  time: 'hora',
  year: 'año',
  type: 'tipo',
  'customer-type':
    'tipo de cliente, tipo cliente, tipo de contacto, tipo de cuenta, tipo contacto, empresa/particular, tipo de empresa, particular/empresa, tipo de persona, tipo de organización, clase de cliente, tipo persona',
  status: 'estatus, situación, fase, etapa, estado actual',
  'customer-status':
    'estado del cliente, estado cliente, estado del lead, estado del contacto, estado de la cuenta, estado de cliente, etapa del ciclo de vida, estado contacto, estado del registro',
  active: 'activo, inactivo, bloqueado, archivado, activa',
  group: 'grupo, categoría, categorías, segmento, grupos, lista, familia, listas',
  'customer-group':
    'grupo de clientes, grupo cliente, categoría de cliente, grupo de contactos, categoría cliente, segmento de cliente, familia de clientes, grupo de cliente',
  tags: 'etiquetas, etiqueta, tags, marcas',
  owner:
    'propietario, comercial, responsable, vendedor, agente, asignado a, agente comercial, gestor, propietario del contacto, gestor de cuenta, representante, comercial asignado, propietario de la cuenta, ejecutivo de cuenta, agente de ventas, asesor, propietario del registro, responsable comercial, asesor comercial',
  notes:
    'notas, nota, observaciones, comentarios, comentario, observación, descripción, información adicional, memo, detalles, mensaje, anotaciones, notas internas, texto libre, más información, otra información, datos adicionales, comentarios internos',
  'created-at':
    'fecha de creación, creado, creado el, fecha de alta, fecha alta, fecha creación, fecha de registro, cliente desde, alta, añadido el, fecha de inscripción, fecha de ingreso, registrado el, socio desde, fecha registro, agregado, fecha de incorporación, agregado el, dado de alta, f alta, fecha de captura, fecha en que se agregó',
  'updated-at':
    'fecha de modificación, modificado, modificado el, actualizado, última modificación, última actualización, fecha de actualización, actualizado el, fecha modificación',
  created: 'creación',
  registered: 'registro, inscripción, registrado',
  since: 'desde',
  'lead-source':
    'origen del lead, fuente del lead, origen del cliente, fuente de prospecto, origen del contacto, cómo nos conoció, origen de cliente, fuente del contacto, fuente original, procedencia cliente, origen del prospecto, cómo nos ha conocido, fuente del cliente potencial, fuente de cliente potencial',
  source: 'origen, fuente, procedencia, canal',
  language: 'idioma, lengua, código de idioma, idioma preferido, idioma de correspondencia',
  currency: 'moneda, divisa, código de moneda, moneda predeterminada, código de divisa',
  'total-spent':
    'total gastado, importe total gastado, total compras, ventas totales, total facturado, valor del cliente, total de compras',
  amount: 'importe, cantidad importe, monto, suma',
  total: 'total, subtotal, neto, bruto',
  'bank-account':
    'cuenta bancaria, número de cuenta, ccc, nº cuenta, cuenta corriente, nº de cuenta, titular de la cuenta, número de cuenta bancaria, datos bancarios',
  'ledger-account':
    'cuenta contable, subcuenta, cuenta de ventas, subcuenta contable, cuenta de compras, código contable, cuenta de gastos, contrapartida',
  'e-invoice':
    'factura electrónica, facturae, dir3, oficina contable, órgano gestor, unidad tramitadora, envío de factura',
  'payment-terms':
    'condiciones de pago, plazo de pago, término de pago, términos de pago, vencimientos, días de pago, condición de pago, plazos de pago, días de crédito, días de vencimiento, vencimiento por defecto',
  'delivery-terms': 'condiciones de entrega, incoterm, condiciones de envío',
  'delivery-method':
    'forma de envío, método de envío, transportista, modo de envío, agencia de transporte, medio de envío',
  discount: 'descuento, dto, descuento %, descuento por defecto, rappel, % descuento',
  'price-list': 'tarifa, lista de precios, tarifa de precios, nivel de precios',
  'credit-limit': 'límite de crédito, crédito, riesgo máximo, riesgo, crédito máximo',
  'invoice-number': 'número de factura, nº factura, nº de factura',
  'order-number': 'número de pedido, nº pedido, nº de pedido, id pedido, id del pedido',
  'cost-centre': 'centro de coste, centro de costes, proyecto analítico, centro de costo',
  'our-reference': 'nuestra referencia, n/ref',
  'your-reference': 'su referencia, s/ref',
  reference: 'referencia, ref',
  title: 'título',
  count: 'cantidad, número de, nº de, cuenta de',
  line: 'línea',
  first: 'primer, primera, primero',
  last: 'último, última, anterior, próximo, próxima, reciente',
  birth: 'nacimiento',
  vat: 'iva, tipo de iva, régimen de iva, recargo de equivalencia, recargo',
  tax: 'impuesto, tributario, irpf, retención, impuestos',
  responsible: 'encargado',
  billing: 'facturación, factura, fiscal, facturas, facturar, de facturación',
  shipping: 'envío, entrega, envíos, destinatario, entregas',
  mailing: 'correspondencia, envío postal',
  visiting: 'visita, física',
  seat: 'sede, sede social, sede central',
  work: 'trabajo, oficina, laboral, profesional, del trabajo, empresarial',
  home: 'casa, particular, personal, privado, domicilio particular, hogar, residencia, del domicilio, de residencia',
  primary:
    'principal, por defecto, predeterminado, general, preferido, predeterminada, primario, primaria',
  switchboard: 'centralita',
  direct: 'directo, línea directa, directa',
  other:
    'otro, otra, secundario, alternativo, adicional, otros, alternativa, segundo, secundaria, segunda',
  customer: 'cliente, clientes, deudor, comprador, paciente cliente, consumidor',
  contact: 'contacto, contactos, datos de contacto, información de contacto',
  person: 'persona, particular persona, individuo',
  account: 'cuenta, cuentas',
  lead: 'prospecto, cliente potencial, lead, candidato cliente, posible cliente, oportunidad lead',
  supplier: 'proveedor, acreedor, proveedores',
  member:
    'socio, miembro, suscriptor, inquilino, huésped, paciente, donante, afiliado, abonado, membresía',
  participant: 'participante, asistente, inscrito',
  student: 'alumno, estudiante, hijo',
  order: 'pedido, compra, presupuesto, reserva, pedidos, compras, orden',
  product: 'producto, artículo, servicio, stock, almacén, sku',
  event: 'evento, curso, reunión, aniversario, cita',
  ticket: 'entrada, ticket, entradas, boleto',
  project: 'proyecto, tarea',
  campaign: 'campaña, boletín, publicidad, formulario, newsletter, boletines, marketing',
  deal: 'oportunidad, negocio cerrado, trato, negociación',
  subscription: 'suscripción, plan',
  payment:
    'pago, pagado, forma de pago, método de pago, tarjeta, cobro, domiciliación, vencimiento, gastos, coste, mandato, medio de pago, modo de pago, interés, comisión, fecha de vencimiento',
  contract: 'contrato, convenio',
  bank: 'banco, nombre del banco, entidad bancaria',
  price: 'precio',
  balance: 'saldo, deuda, pendiente, saldo pendiente',
  consent:
    'consentimiento, rgpd, lopd, dado de baja, acepta, autorización, baja, privacidad, permiso, suscrito, no enviar',
  activity:
    'actividad reciente, último contacto, última actividad, visitas, llamada, último acceso, seguimiento, última visita, última compra',
  file: 'foto, imagen, archivo, adjunto, logotipo, documento adjunto, logo',
  user: 'usuario, contraseña',
  assistant: 'asistente personal, secretario, secretaria, ayudante',
  manager: 'jefe, director, gerente, supervisor, nombre del responsable',
  relative:
    'cónyuge, hijos, padre, madre, tutor, esposa, esposo, pareja, parentesco, relación, familiar',
  emergency: 'emergencia, contacto de emergencia',
  referrer: 'recomendado por, referido por, referencia de',
  'parent-company':
    'empresa matriz, matriz, grupo empresarial, empresa principal, cuenta principal, cuenta matriz',
  phonetic: 'fonético',
  verified: 'verificado, confirmado, validado',
  extension: 'extensión, prefijo telefónico, ext, prefijo teléfono',
  rating: 'valoración, puntuación, calificación, puntos',
  priority: 'prioridad, confidencialidad',
  location: 'ubicación, lugar, lugar de nacimiento, delegación',
  nationality: 'nacionalidad, estado civil, estudios, escuela, hobby, afición, aficiones',
  age: 'edad',
  by: 'creado por, modificado por, actualizado por, añadido por',
  value: 'campo, valor, datos, dato, información, texto, obligatorio, opcional, info',
  stop: 'de, del, la, el, los, las, y, e, o, u, a, al, en, por, para, con, su, sus, un, una, si, que',
  state: 'estado',
  'employee-number':
    'número de empleado, nº empleado, legajo, código de empleado, matrícula, id empleado',
  occupation: 'profesión, ocupación',
  'industry-code': 'cnae, código cnae',
  keyword: 'palabras clave, palabra clave',
  month: 'mes',
};
